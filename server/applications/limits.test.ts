import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { api } from '#contract/api.ts'
import { createClient } from '#contract/client.ts'
import { addApplication } from '../testing/builders.ts'
import { injectFetch } from '../testing/inject-fetch.ts'
import { startTestServer } from '../testing/start-test-server.ts'

let server: Awaited<ReturnType<typeof startTestServer>>
beforeAll(async () => {
  server = await startTestServer({
    graph: { whoIs: async (token) => ({ ok: true, zaloUserId: token }) },
  })
})
afterEach(() => server.empty())
afterAll(() => server.close())

/** Looks up as a caller with this address; answers `ok` or the error's code. */
async function lookup(
  from: string,
  code: string,
  factor: string,
  more: { token?: string; app?: typeof server.app } = {},
) {
  const fetch = injectFetch(more.app ?? server.app, from)
  const client = createClient(api, { origin: '', fetch, retryAfter: [], token: () => more.token })
  const result = await client.applications.lookup({ body: { code, factor } })
  return result.ok ? 'ok' : result.error.code
}

const times = async (count: number, work: (time: number) => Promise<string>) => {
  const outcomes: string[] = []
  for (let time = 0; time < count; time += 1) outcomes.push(await work(time))
  return outcomes
}
const repeated = (outcome: string, count: number) => Array.from({ length: count }, () => outcome)
const code = 'HS-000001'

test('a caller has five tries in a quarter of an hour, then must wait as long as Retry-After says', async () => {
  await addApplication(server.db, server.keys)
  const tries = await times(6, (time) => lookup('10.0.0.1', code, `000${time}`))
  expect(tries).toEqual([...repeated('not-found', 5), 'rate-limited'])
  expect(await lookup('10.0.0.1', code, '1234')).toBe('rate-limited')
  const answer = await server.app.inject({
    method: 'POST',
    url: '/api/applications/lookup',
    payload: { code, factor: '1234' },
    remoteAddress: '10.0.0.1',
  })
  expect(answer.statusCode).toBe(429)
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(890)
  expect(Number(answer.headers['retry-after'])).toBeLessThanOrEqual(900)
})

test('other callers are not affected', async () => {
  await addApplication(server.db, server.keys)
  await times(6, () => lookup('10.0.0.1', 'HS-999999', '0000'))
  expect(await lookup('10.0.0.2', code, '1234')).toBe('ok')
})

test('walking through codes is counted like guessing factors', async () => {
  const tries = await times(6, (time) => lookup('10.0.0.1', `HS-10000${time}`, '0000'))
  expect(tries).toEqual([...repeated('not-found', 5), 'rate-limited'])
})

test.for([
  ['a code that exists', code],
  ['a code that does not', 'HS-999999'],
] as const)('ten wrong factors close %s for a day, for everybody', async ([, tried]) => {
  await addApplication(server.db, server.keys)
  const tries = await times(11, (time) => lookup(`10.0.1.${time}`, tried, '0000'))
  expect(tries).toEqual([...repeated('not-found', 10), 'rate-limited'])
  const answer = await server.app.inject({
    method: 'POST',
    url: '/api/applications/lookup',
    payload: { code: tried, factor: '1234' },
    remoteAddress: '10.0.1.99',
  })
  expect(answer.statusCode).toBe(429)
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(24 * 3600 - 60)
  expect(Number(answer.headers['retry-after'])).toBeLessThanOrEqual(24 * 3600)
})

test('a closed code opens again after its day', async () => {
  await addApplication(server.db, server.keys)
  await times(10, (time) => lookup(`10.0.1.${time}`, code, '0000'))
  await server.db.query(
    `update lookup_limits set blocked_until = blocked_until - interval '24 hours',
       counting_until = counting_until - interval '24 hours'`,
  )
  expect(await lookup('10.0.1.0', code, '1234')).toBe('ok')
})

test('success is not counted, however often', async () => {
  await addApplication(server.db, server.keys)
  expect(await times(15, () => lookup('10.0.0.1', code, '1234'))).toEqual(repeated('ok', 15))
  expect(await server.db.query('select * from lookup_limits')).toEqual([])
})

test('input that is no code and factor is not counted', async () => {
  await times(10, () => lookup('10.0.0.1', 'x', 'y'))
  expect(await server.db.query('select * from lookup_limits')).toEqual([])
})

test('a restart forgets nothing', async () => {
  await addApplication(server.db, server.keys)
  await times(5, () => lookup('10.0.0.1', code, '0000'))
  const restarted = await startTestServer({ db: server.db })
  expect(await lookup('10.0.0.1', code, '1234', restarted)).toBe('rate-limited')
  await restarted.close()
})

test('fifty guesses at once from one caller do not outrun the limit', async () => {
  await addApplication(server.db, server.keys)
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, (_, guess) => lookup('10.0.0.1', code, String(1000 + guess))),
  )
  expect(outcomes.filter((outcome) => outcome === 'not-found')).toHaveLength(5)
  expect(outcomes.filter((outcome) => outcome === 'rate-limited')).toHaveLength(45)
})

test('fifty guesses at once from fifty callers do not outrun the limit of the code', async () => {
  await addApplication(server.db, server.keys)
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, (_, guess) => lookup(`10.0.2.${guess}`, code, String(2000 + guess))),
  )
  expect(outcomes.filter((outcome) => outcome === 'not-found')).toHaveLength(10)
})

test('who is signed in keeps the limit at another address too', async () => {
  await addApplication(server.db, server.keys)
  const opened = await server.client.session.create({ body: { accessToken: 'user-1' } })
  const token = opened.ok ? opened.data.token : ''
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_, guess) =>
      lookup(`10.0.3.${guess}`, `HS-20000${guess}`, '0000', { token }),
    ),
  )
  expect(outcomes.filter((outcome) => outcome === 'not-found')).toHaveLength(5)
  expect(await lookup('10.0.3.99', code, '1234', { token })).toBe('rate-limited')
  expect(await lookup('10.0.3.99', code, '1234')).toBe('ok')
})

test('Retry-After follows the clock that set the block, not the clock of this process', async () => {
  const ahead = await startTestServer({ db: server.db, clock: () => new Date(Date.now() + 3_600_000) })
  await times(5, () => lookup('10.0.0.1', 'HS-999999', '0000'))
  const fetch = injectFetch(ahead.app, '10.0.0.1')
  const client = createClient(api, { origin: '', fetch, retryAfter: [] })
  const result = await client.applications.lookup({ body: { code, factor: '1234' } })
  expect(result).toMatchObject({ error: { code: 'rate-limited' } })
  expect(!result.ok && result.error.retryAfter).toBeGreaterThan(890)
  await ahead.close()
})
