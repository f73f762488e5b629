import { hash } from 'node:crypto'
import { afterAll, afterEach, beforeEach, beforeAll, expect, test } from 'vitest'
import { solvePart } from '#contract/proof-of-work.ts'
import type { TipDraft } from '#contract/tips.ts'
import { DatabaseUnavailable } from '../db/database.ts'
import { tipDraft } from '../testing/builders.ts'
import { startTestServer } from '../testing/start-test-server.ts'
import { intakeLimits as usual } from './intake-limits.ts'
import { honestText, randomNumbers } from './simulated-tips.fixture.ts'

/** Low where each further one costs work. */
const intakeLimits = {
  ...usual,
  session: { free: 3, most: 5 },
  thread: { free: 3, most: 5 },
  alike: { work: 3, wave: 6 },
}
const start = Date.parse('2026-11-24T03:04:05Z')
let now = start
let free = 10_000_000_000
let server: Awaited<ReturnType<typeof startTestServer>>
beforeAll(async () => {
  server = await startTestServer({ clock: () => new Date(now), freeBytes: async () => free, intakeLimits })
})
let from = 0
beforeEach(() => {
  // Counts live as long as the server: an address and an hour of their own for each test.
  from += 1
  now += 25 * 3_600_000
  free = 10_000_000_000
})
afterEach(() => server.empty())
afterAll(() => server.close())

const random = randomNumbers(11)
const honest = (changes: Partial<TipDraft> = {}) => tipDraft({ text: honestText(random), ...changes })
const send = (draft: TipDraft, headers: Record<string, string> = {}, address = `10.0.0.${from}`) =>
  server.app.inject({ method: 'POST', url: '/api/tips', payload: draft, headers, remoteAddress: address })
const count = async () => (await server.db.query<{ n: number }>('select count(*)::int as n from tips'))[0]!.n

const sha256 = (bytes: Uint8Array) => hash('sha256', bytes, 'buffer')
async function workFor(clientKey: string) {
  const answer = await server.client.tips.challenge({ body: { clientKey } })
  if (!answer.ok) throw new Error(answer.error.code)
  const { challenge, parts } = answer.data
  return {
    challenge,
    numbers: Array.from({ length: parts }, (_, part) => solvePart(sha256, answer.data, part)),
  }
}

/** A phone that does the work whenever it is asked for. */
async function sendPatiently(draft: TipDraft, headers = {}) {
  const first = await send(draft, headers)
  if (first.statusCode !== 429 || first.headers['retry-after']) return first
  return send({ ...draft, proof: await workFor(draft.clientKey) }, headers)
}

test('an address that sends more than its share is asked for work, without a time to wait, and then passes', async () => {
  for (let at = 0; at < intakeLimits.address.free; at += 1)
    expect((await send(honest())).statusCode).toBe(200)
  const draft = honest()
  const refused = await send(draft)
  expect(refused.statusCode).toBe(429)
  expect(refused.headers['retry-after']).toBeUndefined()
  expect((await send({ ...draft, proof: await workFor(honest().clientKey) })).statusCode).toBe(429)
  expect((await sendPatiently(draft)).statusCode).toBe(200)
  expect((await send(honest(), {}, '10.9.9.9')).statusCode).toBe(200)
})

test('a retry gets its receipt whatever the limits say, with another proof or none', async () => {
  const draft = honest()
  const first = (await send(draft)).json()
  for (let at = 0; at < intakeLimits.address.free; at += 1) await send(honest())
  expect((await send(draft)).json()).toEqual(first)
  expect((await send({ ...draft, proof: await workFor(draft.clientKey) })).json()).toEqual(first)
})

test('texts that resemble each other cost work, and many of them form a wave', async () => {
  const text = (at: number) =>
    `Công ty Hoa Mai số ${at} lừa đảo hàng nghìn khách hàng, đề nghị công an vào cuộc điều tra ngay lập tức.`
  const answers = []
  for (let at = 0; at <= intakeLimits.alike.wave; at += 1) {
    answers.push((await send(tipDraft({ text: text(at) }), {}, `10.1.${from}.${at}`)).statusCode)
    if (answers.at(-1) === 429) await sendPatiently(tipDraft({ text: text(at) }))
  }
  expect(answers.filter((status) => status === 200)).toHaveLength(intakeLimits.alike.work)
  const [row] = await server.db.query<{ alone: number; waves: number }>(
    'select count(*) filter (where wave is null)::int as alone, count(distinct wave)::int as waves from tips',
  )
  expect(row).toEqual({ alone: intakeLimits.alike.wave, waves: 1 })
})

test('a session that sends more than its share works, and after many must wait', async () => {
  const headers = { authorization: 'Bearer some-session' }
  const { free, most } = intakeLimits.session
  for (let at = 0; at < free; at += 1) expect((await send(honest(), headers)).statusCode).toBe(200)
  expect((await send(honest(), headers)).statusCode).toBe(429)
  for (let at = free; at < most; at += 1)
    expect((await sendPatiently(honest(), headers)).statusCode).toBe(200)
  const waiting = await send(honest(), headers)
  expect(waiting.statusCode).toBe(429)
  expect(Number(waiting.headers['retry-after'])).toBeGreaterThan(3000)
})

test('additions to one tip cost work at last, then must wait', async () => {
  const code = (await send(honest())).json<{ code: string }>().code
  const add = async (
    proof?: Awaited<ReturnType<typeof workFor>>,
    clientKey = crypto.randomUUID() as string,
  ) => server.client.tips.addMessage({ body: { code, clientKey, text: 'Thêm.', ...(proof && { proof }) } })
  const { free, most } = intakeLimits.thread
  for (let at = 0; at < free; at += 1) expect((await add()).ok).toBe(true)
  expect(await add()).toMatchObject({ ok: false, error: { code: 'rate-limited' } })
  for (let at = free; at < most; at += 1) {
    const key = crypto.randomUUID()
    expect((await add(await workFor(key), key)).ok).toBe(true)
  }
  const waiting = await add()
  expect(waiting).toMatchObject({ ok: false, error: { code: 'rate-limited' } })
  expect(!waiting.ok && waiting.error.retryAfter).toBeGreaterThan(3000)
})

test('a nearly full disk closes the intake, says for how long, and still gives the receipt of a tip it has', async () => {
  const draft = honest()
  const receipt = (await send(draft)).json<{ code: string }>()
  free = 100_000_000
  now += 10_000
  const refused = await send(honest())
  expect([refused.statusCode, refused.headers['retry-after']]).toEqual([503, '300'])
  expect(await server.client.tips.form()).toMatchObject({ ok: true, data: { open: false } })
  const body = { code: receipt.code, clientKey: crypto.randomUUID(), text: 'Thêm.' }
  expect(await server.client.tips.addMessage({ body })).toMatchObject({ error: { code: 'unavailable' } })
  expect((await send(draft)).json()).toEqual(receipt)
  expect(await server.client.tips.open({ body: { code: receipt.code } })).toMatchObject({ ok: true })
  expect(await count()).toBe(1)
  free = 10_000_000_000
  now += 10_000
  expect((await send(honest())).statusCode).toBe(200)
})

test('a disk that does not answer and a database that is gone close it too', async () => {
  const dead = { query: async () => Promise.reject(new DatabaseUnavailable('gone')) }
  const other = await startTestServer({
    db: { ...dead, kind: 'server', tx: dead.query, close: async () => undefined },
  })
  const mute = await startTestServer({ freeBytes: () => Promise.reject(new Error('gone')) })
  for (const { client } of [other, mute]) {
    const answer = await client.tips.send({ body: honest() })
    expect(answer).toMatchObject({ ok: false, error: { code: 'unavailable' } })
    expect(!answer.ok && answer.error.retryAfter).toBeGreaterThan(0)
  }
  await other.close()
  await mute.close()
})
