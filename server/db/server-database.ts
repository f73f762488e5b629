import pg from 'pg'
import { type Database, DatabaseUnavailable, type Queries, type TxOptions } from './database.ts'
import { migrate } from './migrate.ts'
import type { Migration } from './migration-files.ts'
import { checkStatement } from './params.ts'
import { connectionConfig, runNamed, runOutsideTx, runScript, translate } from './server-session.ts'
import { runTransaction, TX_LIMIT_MS, TxScope } from './transaction.ts'

const POOL_SIZE = 10
const STATEMENT_LIMIT_MS = 15_000
/** Any number, the same in every process that migrates. */
const MIGRATION_LOCK = 7_203_115_204

export class ServerDatabase implements Database {
  readonly kind = 'server'
  readonly #pool: pg.Pool
  readonly #scope = new TxScope()
  readonly #txLimitMs: number
  readonly #running = new Set<Promise<unknown>>()
  #closing: Promise<void> | undefined

  constructor(url: string, log: (message: string) => void, txLimitMs = TX_LIMIT_MS) {
    this.#txLimitMs = txLimitMs
    this.#pool = new pg.Pool({
      ...connectionConfig(url),
      max: POOL_SIZE,
      statement_timeout: STATEMENT_LIMIT_MS,
      // For a server that no longer answers at all; statement_timeout is the server's own.
      query_timeout: STATEMENT_LIMIT_MS + 5_000,
      idle_in_transaction_session_timeout: TX_LIMIT_MS + 10_000,
    })
    // An idle connection that breaks has no caller to tell; the next query opens a new one.
    this.#pool.on('error', (error) => log(`Lost an idle database connection: ${error.message}`))
  }

  async query<Row>(text: string, params?: readonly unknown[]): Promise<Row[]> {
    this.#enter()
    checkStatement(text)
    const { rows } = await this.#withClient((client) => runOutsideTx(client, text, params))
    return rows as Row[]
  }

  async tx<T>(work: (tx: Queries) => Promise<T>, { limitMs = this.#txLimitMs }: TxOptions = {}): Promise<T> {
    this.#enter()
    return this.#withClient((client) => {
      const session = { run: (text: string, params?: readonly unknown[]) => runNamed(client, text, params) }
      return runTransaction(session, this.#scope, work, limitMs)
    })
  }

  close(): Promise<void> {
    this.#closing ??= this.#shut()
    return this.#closing
  }

  async #shut(): Promise<void> {
    // Whoever still waits for a connection when a pg pool ends would wait for his whole timeout.
    await Promise.allSettled(this.#running)
    await this.#pool.end()
  }

  #track<T>(answer: Promise<T>): Promise<T> {
    this.#running.add(answer)
    const done = () => this.#running.delete(answer)
    answer.then(done, done)
    return answer
  }

  #enter(): void {
    if (this.#closing) throw new DatabaseUnavailable('The database is closed')
    this.#scope.refuseInside()
  }

  /** Unlike pool.query, this keeps the connection when PostgreSQL merely refused a statement. */
  #withClient<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    return this.#track(this.#runWithClient(work))
  }

  async #runWithClient<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await this.#connect()
    let lost = false
    // A connection that breaks while in use also emits 'error', which without a listener would end the process.
    const onError = () => (lost = true)
    client.on('error', onError)
    try {
      return await work(client)
    } catch (error) {
      lost ||= error instanceof DatabaseUnavailable
      throw error
    } finally {
      client.off('error', onError)
      client.release(lost)
    }
  }

  async #connect(): Promise<pg.PoolClient> {
    try {
      return await this.#pool.connect()
    } catch (error) {
      throw translate(error)
    }
  }
}

/** On a connection of its own, without a time limit; other processes that start meanwhile wait for the lock. */
export async function migrateServer(
  url: string,
  migrations: readonly Migration[],
  log: (message: string) => void,
): Promise<void> {
  const client = new pg.Client(connectionConfig(url))
  client.on('error', () => undefined)
  try {
    await client.connect().catch((error: unknown) => {
      throw translate(error)
    })
    await checkServer(client)
    await runScript(client, `select pg_advisory_lock(${MIGRATION_LOCK})`)
    const session = {
      query: async <Row>(text: string, params?: readonly unknown[]) =>
        (await runNamed(client, text, params)).rows as Row[],
      script: (text: string) => runScript(client, text),
    }
    await migrate(session, migrations, log)
  } finally {
    // Ends the lock too.
    await client.end()
  }
}

async function checkServer(client: pg.Client): Promise<void> {
  const { rows } = await runNamed(
    client,
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as version,
      current_setting('server_encoding') as encoding`,
  )
  refuseServer(rows[0] as ServerFacts)
}

export interface ServerFacts {
  number: number
  version: string
  encoding: string
}

export function refuseServer({ number, version, encoding }: ServerFacts): void {
  if (number < 150_000) throw new Error(`PostgreSQL 15 or newer is needed, DATABASE_URL leads to ${version}`)
  if (encoding !== 'UTF8') throw new Error(`The database must be made with encoding UTF8, it has ${encoding}`)
}
