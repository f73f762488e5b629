import { type PGlite, protocol } from '@electric-sql/pglite'
import { DatabaseUnavailable } from './database.ts'
import { bindAndRun } from './embedded-messages.ts'
import { type Column, readReply, type Reply } from './embedded-reply.ts'
import { errorFromReport } from './error-report.ts'
import { encodeParams, type WireParam } from './params.ts'
import type { Outcome } from './transaction.ts'

const { serialize } = protocol

interface Statement {
  name: string
  columns: Column[]
}

/**
 * Speaks PostgreSQL's protocol to the engine in this process and keeps statements prepared: a fifth of the time of
 * `pglite.query`, which parses and describes each time. Every call runs to its end before it returns.
 */
export class EmbeddedSession {
  readonly #pglite: PGlite
  readonly #limit: number
  readonly #statements = new Map<string, Statement>()
  #named = 0
  #dead: DatabaseUnavailable | undefined

  constructor(pglite: PGlite, limit = 500) {
    this.#pglite = pglite
    this.#limit = limit
  }

  run(text: string, params?: readonly unknown[]): Outcome {
    const values = encodeParams(params)
    const statement = this.#statements.get(text)
    const reply = statement ? this.#repeat(statement, values) : this.#prepare(text, values)
    if (!reply.error) return reply
    // 0A000: the table changed under a prepared `select *`; 26000: the statement was deallocated. Prepare it anew.
    if (statement && (reply.error.code === '0A000' || reply.error.code === '26000')) {
      this.#statements.delete(text)
      return this.run(text, params)
    }
    throw errorFromReport(reply.error)
  }

  /** Several statements without parameters, e.g. a migration. */
  script(text: string): void {
    const reply = this.#send(serialize.query(text))
    if (reply.error) throw errorFromReport(reply.error)
  }

  #repeat({ name, columns }: Statement, values: WireParam[]): Reply {
    return this.#send(bindAndRun(name, values), columns)
  }

  #prepare(text: string, values: WireParam[]): Reply {
    const name = `s${(this.#named += 1)}`
    const parse = [serialize.parse({ name, text }), serialize.describe({ type: 'S', name })]
    const reply = this.#send(Buffer.concat([...this.#closeOldest(), ...parse, bindAndRun(name, values)]))
    if (reply.columns) this.#statements.set(text, { name, columns: reply.columns })
    return reply
  }

  #closeOldest(): Uint8Array[] {
    if (this.#statements.size < this.#limit) return []
    const [oldest] = this.#statements
    if (!oldest) return []
    this.#statements.delete(oldest[0])
    return [serialize.close({ type: 'S', name: oldest[1].name })]
  }

  #send(message: Uint8Array, columns?: Column[]): Reply {
    if (this.#dead) throw this.#dead
    const chunks: Buffer[] = []
    let failure: unknown
    // Runs before it returns, in spite of its promise; the bytes are only ours during the call.
    this.#pglite
      .execProtocolRawStream(message, {
        syncToFs: false,
        onRawData: (bytes) => chunks.push(Buffer.from(bytes)),
      })
      .catch((error: unknown) => (failure = error))
    const first = chunks[0]
    const reply = readReply(chunks.length === 1 && first ? first : Buffer.concat(chunks), columns)
    if (!reply.complete) throw this.#die(reply, failure)
    return reply
  }

  #die(reply: Reply, failure: unknown): DatabaseUnavailable {
    const reason = reply.error?.message ?? 'no answer'
    this.#dead = new DatabaseUnavailable(
      `The embedded database stopped: ${reason}. Restart the server`,
      failure,
    )
    return this.#dead
  }
}
