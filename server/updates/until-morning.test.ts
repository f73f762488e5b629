import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { addApplication } from '../testing/builders.ts'
import { startTestServer } from '../testing/start-test-server.ts'
import { type StandIn, startStandIn } from '../zalo/stand-in/start-stand-in.ts'
import { addWish, appendStep, laterMorning, startWorker } from './telling.fixture.ts'

const minute = 60_000
const hour = 60 * minute
let server: Awaited<ReturnType<typeof startTestServer>>
let zalo: StandIn
let now = laterMorning()
const pass = (ms: number) => (now = new Date(now.getTime() + ms))

beforeAll(async () => void (server = await startTestServer()))
beforeEach(async () => {
  zalo = await startStandIn()
  now = laterMorning()
})
afterEach(async () => {
  await server.empty()
  await zalo.close()
})
afterAll(() => server.close())

const worker = () => startWorker(zalo, { db: server.db, keys: server.keys, clock: () => now })
const messages = () =>
  server.db.query<{ state: string; doubt: boolean }>('select state, in_doubt as doubt from update_messages')

async function oneChange() {
  await addApplication(server.db, server.keys)
  await addWish(server.db, server.keys, '501')
  await appendStep(server.db, 'ready')
}

test('nobody is woken: what changes at night is told at seven', async () => {
  await oneChange()
  const { round } = await worker()
  pass(12 * hour)
  await round()
  pass(8 * hour + 59 * minute)
  await round()
  expect(zalo.state.sent).toEqual([])
  pass(minute)
  await round()
  expect(zalo.state.sent).toHaveLength(1)
})

test('a doubt is looked up at night, but nothing is sent before seven', async () => {
  await oneChange()
  pass(11 * hour + 59 * minute)
  zalo.state.faults.send.push('outage')
  const { round } = await worker()
  await round()
  pass(5 * minute)
  await round()
  expect(await messages()).toEqual([{ state: 'open', doubt: false }])
  expect(zalo.state.sent).toEqual([])
  pass(9 * hour)
  await round()
  expect(zalo.state.sent).toHaveLength(1)
})

test('a used-up quota stops everything until the next morning', async () => {
  await oneChange()
  await addWish(server.db, server.keys, '502')
  await appendStep(server.db, 'delivered')
  zalo.state.quota = 1
  const { round, said } = await worker()
  await round()
  expect(zalo.state.sent).toHaveLength(1)
  expect(said).toEqual(['Messages to citizens wait: quota'])
  zalo.state.quota = 500
  pass(12 * hour)
  await round()
  expect(zalo.state.sent).toHaveLength(1)
  pass(9 * hour)
  await round()
  expect(zalo.state.sent).toHaveLength(2)
})

test.for([
  ['a quota that turns out to be used up', { quota: 0 }, { quota: 500 }],
  ['Zalo’s own night', { night: true }, { night: false }],
] as const)('%s stops everything until the morning and loses nothing', async ([, trouble, mended]) => {
  await oneChange()
  Object.assign(zalo.state, trouble)
  const { round } = await worker()
  await round()
  Object.assign(zalo.state, mended)
  pass(12 * hour)
  await round()
  expect(zalo.state.sent).toEqual([])
  pass(9 * hour)
  await round()
  expect(zalo.state.sent).toHaveLength(1)
})
