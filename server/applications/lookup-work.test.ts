import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { Database } from '../db/database.ts'
import { addApplication } from '../testing/builders.ts'
import { openTestDatabase, type TestDatabase } from '../testing/database.ts'
import { startTestServer } from '../testing/start-test-server.ts'

const createHmac = vi.spyOn(crypto, 'createHmac')
const timingSafeEqual = vi.spyOn(crypto, 'timingSafeEqual')
// For those who import them by name.
syncBuiltinESMExports()

let db: TestDatabase
let server: Awaited<ReturnType<typeof startTestServer>>
let statements: string[] = []
/** What the database answered to each: a row takes time to be read, sent and parsed. */
let answers: { signs: number; empty: number }[] = []

/** Time follows work: the same statements and hashes in the same order leave nothing to measure. */
const recording = (db: Database): Database => ({
  ...db,
  kind: db.kind,
  query: async <Row>(text: string, params?: readonly unknown[]) => {
    statements.push(`${text} (${params?.length})`)
    const rows = await db.query<Row>(text, params)
    // Numbers of seconds and of rows have as many digits as chance gives them.
    const values = rows
      .flatMap((row) => Object.values(row as object))
      .filter((value) => typeof value !== 'number')
    answers.push({
      signs: JSON.stringify(values).length,
      empty: values.filter((value) => value === null).length,
    })
    return rows
  },
  tx: (work) => db.tx(work),
  close: () => db.close(),
})

beforeAll(async () => {
  db = await openTestDatabase()
  server = await startTestServer({ db: recording(db) })
})
afterEach(() => db.empty())
afterAll(async () => {
  vi.restoreAllMocks()
  syncBuiltinESMExports()
  await server.close()
  await db.close()
})

async function workOf(code: string, factor: string) {
  statements = []
  answers = []
  createHmac.mockClear()
  timingSafeEqual.mockClear()
  const payload = { code, factor }
  const answer = await server.app.inject({ method: 'POST', url: '/api/applications/lookup', payload })
  return {
    status: answer.statusCode,
    bytes: answer.rawPayload.length - (/"requestId":"([^"]*)"/.exec(answer.body)?.[1]?.length ?? 0),
    statements: [...statements],
    /** The application itself; what is counted later depends on the try before. */
    row: answers[0],
    hashes: createHmac.mock.calls.length,
    comparisons: timingSafeEqual.mock.calls.length,
  }
}

test.for([
  ['four digits', '9999'],
  ['a PIN', '999999'],
  ['a whole number', '0999999999'],
] as const)('an unknown code and a wrong factor cost the same work: %s', async ([, factor]) => {
  await addApplication(server.db, server.keys, { phone: '0900001234' })
  await addApplication(server.db, server.keys, { code: 'HS-000002' })
  // The first failure of a caller inserts where later ones update: as the attacker would see it, not the first.
  await workOf('HS-777777', factor)
  // A code that nobody has is answered with the row of its neighbour: the next one, or behind the last the one before.
  const unknown = await workOf('HS-000000', factor)
  const behindTheLast = await workOf('HS-999999', factor)
  const wrong = await workOf('HS-000001', factor)
  const withoutPhone = await workOf('HS-000002', factor)
  expect(unknown).toMatchObject({ status: 404, hashes: 3, comparisons: 1 })
  expect(unknown.statements).toHaveLength(4)
  expect(wrong).toEqual(unknown)
  expect(withoutPhone).toEqual(behindTheLast)
  expect({ ...behindTheLast, row: unknown.row }).toEqual(unknown)
})

test('a closed code costs the same work whether it exists or not', async () => {
  await addApplication(server.db, server.keys)
  await db.query(
    `insert into lookup_budgets (kind, paid_off_at) values ('short', now() + interval '30 days')`,
  )
  const unknown = await workOf('HS-999999', '9999')
  expect(unknown).toMatchObject({ status: 422, hashes: 2, comparisons: 0 })
  expect(await workOf('HS-000001', '9999')).toEqual(unknown)
  expect(await workOf('HS-000001', '1234')).toEqual(unknown)
})
