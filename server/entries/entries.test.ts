import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { auditOf, deskClient, signIn } from '../testing/officers.ts'
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
  // Refused bodies count too, and cost the test no row.
  const answers = await Promise.all(Array.from({ length: 601 }, () => post({})))
  expect(answers.map(({ statusCode }) => statusCode)).toContain(429)
  expect((await post({ source: 'oa' })).statusCode).toBe(429)
  expect(await rows()).toEqual([])
})

describe('the sums at the desk', () => {
  const fill = () =>
    server.db.query(
      `insert into entry_counts values ('2026-11-24', 'qr', 3), ('2026-11-25', 'oa', 2), ('2026-08-01', 'qr', 9)`,
    )

  test('are refused to nobody and to officers without such a role', async () => {
    expect(await deskClient(server.app).deskEntries.sums()).toMatchObject({ error: { code: 'unauthorised' } })
    const { client } = await signIn(server, ['triage', 'records'], 'ben-cat', now)
    expect(await client.deskEntries.sums()).toMatchObject({ error: { code: 'forbidden' } })
  })

  test('show the last quarter to an editor of any station, because they belong to none, and leave a trace', async () => {
    now = new Date('2026-11-25T03:00:00Z')
    await fill()
    const { client, officerId } = await signIn(server, ['editor'], 'noi-khac', now)
    expect(await client.deskEntries.sums()).toEqual({
      ok: true,
      data: {
        sums: [
          { day: '2026-11-25', source: 'oa', entries: 2 },
          { day: '2026-11-24', source: 'qr', entries: 3 },
        ],
      },
    })
    expect(await auditOf(server.db)).toContainEqual(
      expect.objectContaining({ officerId, action: 'entries.read' }),
    )
  })
})
