import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startTestServer } from '../testing/start-test-server.ts'

let now = new Date('2026-11-24T03:00:00Z')
let server: Awaited<ReturnType<typeof startTestServer>>
beforeAll(async () => void (server = await startTestServer({ clock: () => now })))
afterEach(() => server.empty())
afterAll(() => server.close())

const post = (payload: unknown, headers: Record<string, string> = {}) =>
  server.app.inject({ method: 'POST', url: '/api/entries', payload: payload as object, headers })
const rows = () => server.db.query('select * from entry_counts order by day, source')

test.for([{}, { source: 'tiktok' }, { source: '' }, { source: ['qr'] }])('%j is refused', async (body) => {
  expect((await post(body)).statusCode).toBe(422)
  expect(await rows()).toEqual([])
})

test('entries add up by the day in Viet Nam and by source, also when they come at once', async () => {
  now = new Date('2026-11-24T16:59:59Z')
  const sources = ['qr', 'qr', 'oa', 'share', 'qr'] as const
  await Promise.all(sources.map((source) => server.client.entries.count({ body: { source } })))
  now = new Date('2026-11-24T17:00:00Z')
  await server.client.entries.count({ body: { source: 'qr' } })
  expect(await rows()).toEqual([
    { day: '2026-11-24', source: 'oa', entries: 1 },
    { day: '2026-11-24', source: 'qr', entries: 3 },
    { day: '2026-11-24', source: 'share', entries: 1 },
    { day: '2026-11-25', source: 'qr', entries: 1 },
  ])
})

test('nothing is kept that was sent along: no station, no account, no address', async () => {
  now = new Date('2026-11-24T03:00:00Z')
  const answer = await post(
    { source: 'qr', station: 'ben-cat', userId: '1000000000000000001' },
    { authorization: 'Bearer abc', 'x-forwarded-for': '203.0.113.9', 'user-agent': 'Zalo android/25112900' },
  )
  expect(answer.json()).toEqual({ counted: true })
  expect(await rows()).toEqual([{ day: '2026-11-24', source: 'qr', entries: 1 }])
})

test('one address cannot pour entries in', async () => {
  const answers: number[] = []
  for (let sent = 0; sent < 601; sent += 1) answers.push((await post({ source: 'oa' })).statusCode)
  expect(answers.lastIndexOf(200)).toBeLessThan(600)
  expect(answers.at(-1)).toBe(429)
})
