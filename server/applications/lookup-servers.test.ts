import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest'
import { type Database } from '../db/database.ts'
import { ServerDatabase } from '../db/server-database.ts'
import { addApplication } from '../testing/builders.ts'
import { openTestDatabase, type TestDatabase } from '../testing/database.ts'
import { databaseUrl } from '../testing/server-databases.ts'
import { startTestServer } from '../testing/start-test-server.ts'

let db: TestDatabase
let second: Database
let servers: Awaited<ReturnType<typeof startTestServer>>[]

/** Connections of its own to the same database, as another process has; the embedded database has one process only. */
async function openAgain(): Promise<Database> {
  const source = inject('testDatabase')
  if (source.kind === 'embedded') return db
  const [row] = await db.query<{ name: string }>('select current_database() as name')
  return new ServerDatabase(databaseUrl(source.url, row?.name ?? ''), () => undefined)
}

beforeAll(async () => {
  db = await openTestDatabase()
  second = await openAgain()
  servers = [await startTestServer({ db }), await startTestServer({ db: second })]
})
afterEach(() => db.empty())
afterAll(async () => {
  for (const server of servers) await server.close()
  if (second !== db) await second.close()
  await db.close()
})

async function ask(guess: number, from: string, code: string, factor: string): Promise<number> {
  const answer = await servers[guess % 2]!.app.inject({
    method: 'POST',
    url: '/api/applications/lookup',
    payload: { code, factor },
    remoteAddress: from,
  })
  return answer.statusCode
}

const atOnce = (count: number, work: (guess: number) => Promise<number>) =>
  Promise.all(Array.from({ length: count }, (_, guess) => work(guess)))
const count = (outcomes: number[], status: number) => outcomes.filter((outcome) => outcome === status).length

test('a code answers ten wrong factors, whichever server is asked', async () => {
  await addApplication(db, servers[0]!.keys)
  const outcomes = await atOnce(80, (guess) =>
    ask(guess, `10.1.0.${guess}`, 'HS-000001', String(2000 + guess)),
  )
  expect(count(outcomes, 404)).toBe(10)
  expect(count(outcomes, 429)).toBe(70)
  expect(await ask(0, '10.1.1.1', 'HS-000001', '1234')).toBe(429)
  expect(await ask(1, '10.1.1.1', 'HS-000001', '1234')).toBe(429)
})

test('a caller gets five answers, whichever server is asked', async () => {
  const outcomes = await atOnce(40, (guess) => ask(guess, '10.1.0.1', `HS-1000${guess}`, '0000'))
  expect(count(outcomes, 404)).toBe(5)
  expect(count(outcomes, 429)).toBe(35)
})

test('all callers together get the budget and what is under way, whichever server is asked', async () => {
  const outcomes = await atOnce(120, (guess) => ask(guess, `10.1.0.${guess}`, `HS-1000${guess}`, '0000'))
  expect(count(outcomes, 404)).toBeGreaterThanOrEqual(25)
  expect(count(outcomes, 404)).toBeLessThan(25 + 2 * 4)
  expect(count(outcomes, 404) + count(outcomes, 422)).toBe(120)
})
