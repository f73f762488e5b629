import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database, Queries } from '../db/database.ts'
import { addApplication } from '../testing/builders.ts'
import { startTestServer } from '../testing/start-test-server.ts'
import { type StandIn, startStandIn } from '../zalo/stand-in/start-stand-in.ts'
import { addWish, appendStep, laterMorning, startWorker, zaloConfig } from './telling.fixture.ts'

let server: Awaited<ReturnType<typeof startTestServer>>
beforeAll(async () => void (server = await startTestServer()))
afterAll(() => server.close())

const dead = () => new Promise<never>(() => undefined)

/**
 * A process that dies at its n-th contact with the world: every statement and every request is two points, before it
 * happens and after it happened but nobody heard. What is open in the database is rolled back, as it would be.
 */
function mortal(deathAt: number, db: Database) {
  let point = 0
  let die = () => undefined as void
  const died = new Promise<'died'>((resolve) => (die = () => resolve('died')))
  const isDead = () => point > deathAt
  const reach = () => {
    point += 1
    if (isDead()) die()
    return isDead()
  }
  const contact = async <T>(work: () => Promise<T>): Promise<T> => {
    if (reach()) return dead()
    const result = await work()
    return reach() ? dead() : result
  }
  const inside = (tx: Queries): Queries => ({
    query: async (text, params) => {
      if (reach()) throw new Error('died in a transaction')
      return tx.query(text, params)
    },
  })
  const wrapped: Database = {
    kind: db.kind,
    query: (text, params) => contact(() => db.query(text, params)),
    tx: (work) =>
      contact(async () => {
        try {
          return await db.tx((tx) => work(inside(tx)))
        } catch (error) {
          if (isDead()) return dead()
          throw error
        }
      }),
    close: async () => undefined,
  }
  const send: typeof fetch = (input, init) => contact(() => fetch(input, init))
  return { db: wrapped, send, died, points: () => point }
}

/** One life that ends at the n-th point, then as many further ones as are needed. Answers whether it died. */
async function liveAndDie(zalo: StandIn, deathAt: number): Promise<boolean> {
  const { db, keys } = server
  await addApplication(db, keys)
  await addWish(db, keys, '501')
  await appendStep(db, 'in_progress')
  let now = laterMorning()
  const clock = () => now
  const body = mortal(deathAt, db)
  const life = async () => {
    const config = { ...zaloConfig(zalo.url), fetch: body.send }
    const worker = await startWorker(zalo, { db: body.db, keys, clock, config })
    await worker.round()
    await appendStep(body.db, 'ready')
    await worker.round()
    return 'lived' as const
  }
  const end = await Promise.race([life(), body.died])
  const rows = await db.query('select id from application_steps where status = $1', ['ready'])
  if (rows.length === 0) await appendStep(db, 'ready')
  const config = zaloConfig(zalo.url)
  for (let time = 0; time < 4; time += 1) {
    now = new Date(now.getTime() + 180_000)
    const worker = await startWorker(zalo, { db, keys, clock, config })
    await worker.round()
    // Died between Zalo's rotation and our storing it: nothing but a new consent helps, and the log says so.
    if (worker.said.some((words) => words.includes('consents again'))) {
      config.oa!.refreshToken = zalo.state.oa.refreshToken
    }
  }
  return end === 'died'
}

test('wherever the worker dies, every change is told exactly once', { timeout: 240_000 }, async () => {
  let deaths = 0
  for (let deathAt = 0; ; deathAt += 1) {
    const zalo = await startStandIn()
    const died = await liveAndDie(zalo, deathAt)
    const told = zalo.state.sent.reduce(
      (sum, { data }) => sum + Number((data as Record<string, string>)['so_cap_nhat']),
      0,
    )
    const texts = zalo.state.sent.map(({ trackingId }) => trackingId)
    const open = await server.db.query(`select id from update_messages where state <> 'sent'`)
    const waiting = await server.db.query('select id from update_changes where message_id is null')
    expect({ deathAt, told, twice: texts.length - new Set(texts).size, open, waiting }).toEqual({
      deathAt,
      told: 2,
      twice: 0,
      open: [],
      waiting: [],
    })
    await zalo.close()
    await server.empty()
    if (!died) break
    deaths += 1
  }
  expect(deaths).toBeGreaterThan(40)
})
