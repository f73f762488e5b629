import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { createClient } from '#contract/client.ts'
import { tools } from '#contract/tools.ts'
import { injectFetch } from '../testing/inject-fetch.ts'
import { tipDraft } from '../testing/builders.ts'
import { phonePicture } from '../testing/pictures.ts'
import { startTestServer } from '../testing/start-test-server.ts'
import { plainVideo } from '../testing/videos.ts'
import { FileGate, fileLimits as usual } from './file-gate.ts'
import { blobOf, good, sendFile } from './tip-files.fixture.ts'

const kilobyte = 1024
const fileLimits = {
  address: { starts: 5, bytes: 40 * kilobyte },
  hourBytes: 100 * kilobyte,
  dayBytes: 400 * kilobyte,
  waveBytes: 30 * kilobyte,
  withoutTip: 50 * kilobyte,
}
const start = Date.parse('2026-11-24T03:04:05Z')
let now = start
let free = 1e12
let server: Awaited<ReturnType<typeof startTestServer>>
let picture: Buffer
beforeAll(async () => {
  server = await startTestServer({ clock: () => new Date(now), freeBytes: async () => free, fileLimits })
  picture = await phonePicture()
})
beforeEach(() => {
  now += 25 * 3_600_000
  free = 1e12
})
afterEach(() => server.empty())
afterAll(() => server.close())

const from = (address: string) =>
  createClient(tools, { origin: '', fetch: injectFetch(server.app, address), retryAfter: [] })
async function sent(client: Pick<typeof server.client, 'tips'> = server.client) {
  const draft = tipDraft()
  good(await client.tips.send({ body: draft }))
  return draft.clientKey
}
/** One part of a file that never becomes whole. */
async function push(address: string, bytes: number, clientKey: string) {
  const client = from(address)
  const started = await client.tipFiles.start({
    body: { clientKey, fileKey: randomUUID(), size: 40_000_000 },
  })
  if (!started.ok) return started
  const query = { token: started.data.token!, offset: '0' }
  return client.tipFiles.part({ query, body: blobOf(Buffer.alloc(bytes)) })
}
const stored = async () =>
  (await server.db.query<{ sum: number }>('select coalesce(sum(received), 0)::int as sum from tip_files'))[0]!
    .sum

test('an address has its share of files and of bytes, then waits; another one passes', async () => {
  const key = await sent()
  expect(await push('10.0.0.1', 30 * kilobyte, key)).toMatchObject({ ok: true })
  const refused = await push('10.0.0.1', 30 * kilobyte, key)
  expect(refused).toMatchObject({ ok: false, error: { code: 'rate-limited' } })
  expect(!refused.ok && refused.error.retryAfter).toBeGreaterThan(3000)
  expect(await push('10.0.0.2', 30 * kilobyte, key)).toMatchObject({ ok: true })
  for (let at = 0; at < fileLimits.address.starts; at += 1) await push('10.0.0.3', 1, await sent())
  expect(await push('10.0.0.3', 1, await sent())).toMatchObject({ error: { code: 'rate-limited' } })
})

test('what comes without its tip has a room of its own, and leaves that of others alone', async () => {
  expect(await push('10.0.1.1', 30 * kilobyte, randomUUID())).toMatchObject({ ok: true })
  expect(await push('10.0.1.2', 30 * kilobyte, randomUUID())).toMatchObject({ ok: true })
  const refused = await push('10.0.1.3', 1, randomUUID())
  expect(refused).toMatchObject({ ok: false, error: { code: 'unavailable' } })
  expect(!refused.ok && refused.error.retryAfter).toBeGreaterThan(0)
  expect(await push('10.0.1.4', 10 * kilobyte, await sent())).toMatchObject({ ok: true })
})

test('files stop at a fuller disk than texts, and go on from where they stood', async () => {
  const key = await sent()
  const body = { clientKey: key, fileKey: randomUUID(), size: picture.length }
  const { token } = good(await server.client.tipFiles.start({ body }))
  const part = (at: number, end: number) =>
    server.client.tipFiles.part({
      query: { token: token!, offset: String(at) },
      body: blobOf(picture.subarray(at, end)),
    })
  expect(await part(0, 500)).toMatchObject({ ok: true })
  free = 1_500_000_000
  now += 10_000
  expect(await part(500, picture.length)).toMatchObject({ error: { code: 'unavailable', retryAfter: 300 } })
  expect(await push('10.0.2.1', 1, key)).toMatchObject({ error: { code: 'unavailable', retryAfter: 300 } })
  expect(await server.client.tips.send({ body: tipDraft() })).toMatchObject({ ok: true })
  free = 1e12
  now += 10_000
  expect(await part(500, picture.length)).toMatchObject({ ok: true, data: { state: 'stored' } })
})

test('a tip of a wave may have pictures and no films', async () => {
  const key = await sent()
  await server.db.query('alter table tips disable trigger tips_append_only')
  await server.db.query("update tips set wave = 'w1'")
  await server.db.query('alter table tips enable trigger tips_append_only')
  const long = { clientKey: key, fileKey: randomUUID(), size: 40_000_000 }
  expect(await server.client.tipFiles.start({ body: long })).toMatchObject({
    error: { code: 'rate-limited' },
  })
  expect(await sendFile(server, { clientKey: key }, plainVideo())).toMatchObject({ refusal: 'too-large' })
  expect(await sendFile(server, { clientKey: key }, picture)).toMatchObject({ state: 'stored' })
})

test('files of two hundred junk tips from as many addresses keep to the budget; a real tip passes', async () => {
  let refused = 0
  for (let bot = 0; bot < 200; bot += 1) {
    const address = `10.7.${bot >> 4}.${bot & 15}`
    const answer = await push(address, 3 * kilobyte, await sent(from(address)))
    if (!answer.ok) refused += 1
  }
  expect(await stored()).toBeLessThanOrEqual(fileLimits.hourBytes)
  expect(refused).toBeGreaterThan(150)
  expect(await from('10.8.0.1').tips.send({ body: tipDraft() })).toMatchObject({ ok: true })
})

test('ten thousand senders of films within a day do not exceed what a day may bring', () => {
  const gate = new FileGate()
  let bytes = 0
  let shortest = Infinity
  for (let bot = 0; bot < 10_000; bot += 1) {
    const at = new Date(start + bot * 8_000)
    const origin = { address: `bot ${bot % 3000}`, wave: null }
    const wait = gate.begin(origin, 50_000_000, at) || gate.spend(origin, 50_000_000, at)
    if (wait === 0) bytes += 50_000_000
    else shortest = Math.min(shortest, wait)
  }
  expect(bytes).toBeLessThanOrEqual(usual.dayBytes)
  expect(bytes).toBeGreaterThan(usual.dayBytes / 2)
  expect(shortest).toBeGreaterThan(0)
})
