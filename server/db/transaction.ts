import { AsyncLocalStorage } from 'node:async_hooks'
import { DatabaseError, type Queries } from './database.ts'
import { checkStatement } from './params.ts'

export interface Outcome {
  rows: unknown[]
  /** PostgreSQL's command tag, e.g. 'COMMIT'. */
  command: string
}

export interface TxSession {
  run(text: string, params?: readonly unknown[]): Promise<Outcome>
}

/** A transaction holds the only session (embedded) or one of few (server): work that hangs must not hold it for ever. */
export const TX_LIMIT_MS = 30_000

/** Knows whether the running code was called from inside a transaction of this database. */
export class TxScope {
  readonly #storage = new AsyncLocalStorage<{ open: boolean }>()
  #running = 0

  /** The outer database inside tx() would wait for that same tx to end: a silent deadlock, or a second transaction. */
  refuseInside(): void {
    if (this.#storage.getStore()?.open) {
      throw new Error(
        'Inside tx() use the `tx` it hands you, not the database: the database waits until tx() ends',
      )
    }
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    const mark = { open: true }
    this.#running += 1
    try {
      return await this.#storage.run(mark, work)
    } finally {
      // What work left running in the background may use the database again.
      mark.open = false
      this.#running -= 1
      // Once used, it slows every promise of the process down, until it is switched off again.
      if (this.#running === 0) this.#storage.disable()
    }
  }
}

export async function runTransaction<T>(
  session: TxSession,
  scope: TxScope,
  work: (tx: Queries) => Promise<T>,
  limitMs = TX_LIMIT_MS,
): Promise<T> {
  await session.run('begin')
  const tx = new OpenTransaction(session)
  let result: T
  try {
    result = await withinLimit(
      scope.run(async () => work(tx)),
      limitMs,
    )
    await tx.end()
  } catch (error) {
    await tx.end()
    // A session that cannot even roll back is gone, and the transaction with it; the first error says more.
    await session.run('rollback').catch(() => undefined)
    throw error
  }
  const { command } = await session.run('commit')
  // COMMIT after a swallowed error answers ROLLBACK and no error: without this check nothing was stored, silently.
  if (command !== 'COMMIT') {
    throw new DatabaseError(
      '25P02',
      'A statement in this transaction had failed, so it was rolled back, not committed',
    )
  }
  return result
}

class OpenTransaction implements Queries {
  readonly #session: TxSession
  #last: Promise<unknown> = Promise.resolve()
  #ended = false

  constructor(session: TxSession) {
    this.#session = session
  }

  async query<Row>(text: string, params?: readonly unknown[]): Promise<Row[]> {
    if (this.#ended) throw new Error('This transaction has ended; await every query inside tx()')
    checkStatement(text)
    const answer = this.#last.then(async () => (await this.#session.run(text, params)).rows as Row[])
    this.#last = answer.catch(() => undefined)
    return answer
  }

  /** Accepts nothing more and waits for what was already sent. */
  async end(): Promise<void> {
    this.#ended = true
    await this.#last
  }
}

async function withinLimit<T>(work: Promise<T>, limitMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new DatabaseError('25P03', `The transaction took longer than ${limitMs} ms and was rolled back`))
    }, limitMs)
  })
  try {
    return await Promise.race([work, limit])
  } finally {
    clearTimeout(timer)
  }
}
