import { createHash } from 'node:crypto'
import pg from 'pg'
import { DatabaseUnavailable } from './database.ts'
import { errorFromReport } from './error-report.ts'
import { encodeParams } from './params.ts'
import { parserFor } from './results.ts'
import type { Outcome } from './transaction.ts'

/** The shape of pg's Pool and Client that runs a query. */
export interface Runner {
  query(config: pg.QueryConfig): Promise<pg.QueryResult>
}

export function connectionConfig(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    application_name: 'citizen-portal',
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    // results.ts reads times in UTC, whatever the server's own zone.
    options: '-c TimeZone=UTC -c DateStyle=ISO',
    types: { getTypeParser: (oid: number) => parserFor(oid) },
  }
}

const NAMED_LIMIT = 500
const names = new Map<string, string>()

/** The statement's name for the server; texts beyond the limit run unnamed, as the server would keep each for good. */
function statementName(text: string): string | undefined {
  const known = names.get(text)
  if (known || names.size >= NAMED_LIMIT) return known
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 32)
  names.set(text, name)
  return name
}

export async function runNamed(runner: Runner, text: string, params?: readonly unknown[]): Promise<Outcome> {
  const values = encodeParams(params)
  const name = statementName(text)
  return send(runner, name === undefined ? { text, values } : { name, text, values })
}

/** As runNamed, but when the table changed under a prepared `select *` it asks once more, unprepared. */
export async function runOutsideTx(
  runner: Runner,
  text: string,
  params?: readonly unknown[],
): Promise<Outcome> {
  try {
    return await runNamed(runner, text, params)
  } catch (error) {
    const code = (error as { code?: string }).code
    if (code !== '0A000' && code !== '26000') throw error
    return send(runner, { text, values: encodeParams(params) })
  }
}

export async function runScript(runner: Runner, text: string): Promise<void> {
  await send(runner, { text })
}

async function send(runner: Runner, config: pg.QueryConfig): Promise<Outcome> {
  try {
    const { rows, command } = await runner.query(config)
    return { rows, command }
  } catch (error) {
    throw translate(error)
  }
}

export function translate(error: unknown): Error {
  if (error instanceof pg.DatabaseError && error.code) {
    return errorFromReport({ code: error.code, message: error.message, constraint: error.constraint })
  }
  // Everything else that pg throws is about the connection: refused, reset, timed out, ended.
  return new DatabaseUnavailable(`The database cannot be reached: ${reasonOf(error)}`, error)
}

function reasonOf(error: unknown): string {
  // Node joins the failures of localhost's several addresses in an AggregateError with an empty message.
  const first = error instanceof AggregateError ? (error.errors[0] as unknown) : error
  return first instanceof Error ? first.message : String(first)
}
