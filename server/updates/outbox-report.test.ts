import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { addApplication } from '../testing/builders.ts'
import { startTestServer } from '../testing/start-test-server.ts'
import { type StandIn, startStandIn } from '../zalo/stand-in/start-stand-in.ts'
import { reportOutbox } from './outbox-report.ts'
import { addWish, appendStep, laterMorning, startWorker } from './telling.fixture.ts'

let server: Awaited<ReturnType<typeof startTestServer>>
let zalo: StandIn
beforeAll(async () => {
  server = await startTestServer()
  zalo = await startStandIn()
})
afterEach(() => server.empty())
afterAll(async () => {
  await server.close()
  await zalo.close()
})
const now = laterMorning()

test('an empty queue', async () => {
  const report = await reportOutbox(server.db, now)
  expect(report).toMatch(/changes waiting +0\n/)
  expect(report).toContain('goes on')
  expect(report).toContain('not used yet')
})

test('what waits, what was sent and why nothing is sent, without anybody in it', async () => {
  await addApplication(server.db, server.keys)
  await addWish(server.db, server.keys, '5550001')
  await addWish(server.db, server.keys, '5550002')
  await appendStep(server.db, 'ready')
  zalo.state.quota = 1
  const worker = await startWorker(zalo, { db: server.db, keys: server.keys, clock: () => now })
  await worker.round()
  const report = await reportOutbox(server.db, now)
  expect(report).toMatch(/wishes to be told +2\nchanges waiting +1, the oldest since/)
  expect(report).toMatch(/sent +1\n/)
  expect(report).toMatch(/paused until .*daily quota/)
  expect(report).toMatch(/connection +good, access token until/)
  expect(report).not.toMatch(/555000|HS-|0001\b/)
})
