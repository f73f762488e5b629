import type { PGlite } from '@electric-sql/pglite'
import { type Database, DatabaseUnavailable, type Queries, type TxOptions } from './database.ts'
import type { EmbeddedEngine } from './embedded-engine.ts'
import type { EmbeddedSession } from './embedded-session.ts'
import type { MigrationSession } from './migrate.ts'
import { checkStatement } from './params.ts'
import { runTransaction, TxScope, TX_LIMIT_MS } from './transaction.ts'
import { Turnstile } from './turnstile.ts'

/** One engine, one session: a transaction holds it alone, and everything else queues until it ends. */
export class EmbeddedDatabase implements Database {
  readonly kind = 'embedded'
  readonly #pglite: PGlite
  readonly #session: EmbeddedSession
  readonly #turns = new Turnstile()
  readonly #scope = new TxScope()
  readonly #txLimitMs: number
  #closing: Promise<void> | undefined

  constructor({ pglite, session }: EmbeddedEngine, txLimitMs = TX_LIMIT_MS) {
    this.#pglite = pglite
    this.#session = session
    this.#txLimitMs = txLimitMs
  }

  async query<Row>(text: string, params?: readonly unknown[]): Promise<Row[]> {
    this.#enter()
    checkStatement(text)
    const run = () => this.#session.run(text, params).rows as Row[]
    // A query runs to its end before it returns, so with no transaction open it needs no turn.
    return this.#turns.free ? run() : this.#turns.pass(run)
  }

  async tx<T>(work: (tx: Queries) => Promise<T>, { limitMs = this.#txLimitMs }: TxOptions = {}): Promise<T> {
    this.#enter()
    const session = {
      run: async (text: string, params?: readonly unknown[]) => this.#session.run(text, params),
    }
    return this.#turns.pass(() => runTransaction(session, this.#scope, work, limitMs))
  }

  /** Several statements without parameters, outside any transaction. */
  async script(text: string): Promise<void> {
    this.#enter()
    await this.#turns.pass(() => this.#session.script(text))
  }

  /** Nothing else reaches the database until work ends, which handles its transactions itself. */
  async alone<T>(work: (session: MigrationSession) => Promise<T>): Promise<T> {
    this.#enter()
    const session: MigrationSession = {
      query: async <Row>(text: string, params?: readonly unknown[]) =>
        this.#session.run(text, params).rows as Row[],
      script: async (text) => this.#session.script(text),
    }
    return this.#turns.pass(() => work(session))
  }

  close(): Promise<void> {
    this.#closing ??= this.#turns.pass(() => this.#shut())
    return this.#closing
  }

  async #shut(): Promise<void> {
    try {
      // The next start then has nothing to replay.
      this.#session.script('checkpoint')
    } finally {
      await this.#pglite.close()
    }
  }

  #enter(): void {
    if (this.#closing) throw new DatabaseUnavailable('The database is closed')
    this.#scope.refuseInside()
  }
}
