import type * as NodeCrypto from 'node:crypto'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { Database } from '../db/database.ts'
import { addApplication } from '../testing/builders.ts'
import { openTestDatabase, type TestDatabase } from '../testing/database.ts'
import { startTestServer } from '../testing/start-test-server.ts'

vi.mock('node:crypto', async (original) => {
  const real = await original<typeof NodeCrypto>()
  return { ...real, createHmac: vi.fn(real.createHmac), timingSafeEqual: vi.fn(real.timingSafeEqual) }
})

let db: TestDatabase
let server: Awaited<ReturnType<typeof startTestServer>>
let statements: string[] = []

/** Time follows work: the same statements and hashes in the same order leave nothing to measure. */
const recording = (db: Database): Database => ({
  ...db,
  kind: db.kind,
  query: (text, params) => {
    statements.push(`${text} (${params?.length})`)
    return db.query(text, params)
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
  await server.close()
  await db.close()
})

async function workOf(code: string, factor: string) {
  statements = []
  vi.mocked(createHmac).mockClear()
  vi.mocked(timingSafeEqual).mockClear()
  const payload = { code, factor }
  const answer = await server.app.inject({ method: 'POST', url: '/api/applications/lookup', payload })
  return {
    status: answer.statusCode,
    bytes: answer.rawPayload.length - (/"requestId":"([^"]*)"/.exec(answer.body)?.[1]?.length ?? 0),
    statements: [...statements],
    hashes: vi.mocked(createHmac).mock.calls.length,
    comparisons: vi.mocked(timingSafeEqual).mock.calls.length,
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
  const unknown = await workOf('HS-999999', factor)
  const wrong = await workOf('HS-000001', factor)
  const withoutPhone = await workOf('HS-000002', factor)
  expect(unknown).toMatchObject({ status: 404, hashes: 3, comparisons: 1 })
  expect(unknown.statements).toHaveLength(4)
  expect(wrong).toEqual(unknown)
  expect(withoutPhone).toEqual(unknown)
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
