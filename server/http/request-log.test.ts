import { afterAll, beforeAll, expect, test } from 'vitest'
import { addApplication, tipDraft } from '../testing/builders.ts'
import { logLines } from '../testing/log-lines.ts'
import { startTestServer } from '../testing/start-test-server.ts'

const { lines, stream } = logLines()

let server: Awaited<ReturnType<typeof startTestServer>>
beforeAll(async () => {
  // The loudest level there is: what is not even in there is nowhere.
  server = await startTestServer({ logger: { level: 'trace', base: null, stream }, trustedProxies: 1 })
})
afterAll(() => server.close())

test('a request leaves one line with its route, and nothing of who asked for what', async () => {
  await addApplication(server.db, server.keys)
  lines.length = 0
  const common = { remoteAddress: '198.51.100.7', headers: { 'x-forwarded-for': '203.0.113.77' } }
  const draft = tipDraft({ contact: { name: 'Trần Thị Lan', phone: '0901234567' } })
  const sent = await server.app.inject({ ...common, method: 'POST', url: '/api/tips', payload: draft })
  const lookup = { ...common, method: 'POST', url: '/api/applications/lookup' } as const
  await server.app.inject({ ...lookup, payload: { code: 'HS-000001', factor: '1234' } })
  await server.app.inject({ ...lookup, payload: { code: 'HS-000001', factor: '9876' } })
  await server.app.inject({
    ...lookup,
    payload: 'HS-000001 broken',
    headers: { ...common.headers, 'content-type': 'application/json' },
  })
  await server.app.inject({ ...common, url: '/api/guides/cap-doi-can-cuoc?on=2026-11-11' })
  await server.app.inject({ ...common, url: '/api/news/bi-mat?token=bi-mat' })
  await server.app.inject({ ...common, url: '/bi-mat/HS-000001' })
  await server.app.inject({ ...common, url: '/api/guides/%zz-bi-mat' })
  // Clock, duration and random ids hold any digits by chance.
  const all = lines
    .map((line) => line.replace(/"(?:time|ms|reqId|requestId)":(?:"[^"]*"|[\d.]+)/g, ''))
    .join('')
  const { code, publicCode } = sent.json<{ code: string; publicCode: string }>()
  const secrets = [
    code,
    publicCode,
    draft.clientKey,
    draft.text,
    'Lan',
    '0901234567',
    'HS-000001',
    '1234',
    '9876',
  ]
  const places = [
    '198.51.100',
    '203.0.113',
    '127.0.0.1',
    'bi-mat',
    'cap-doi-can-cuoc',
    '2026-11-11',
    'broken',
  ]
  expect([...secrets, ...places].filter((word) => all.includes(word))).toEqual([])
})

test('the line says which route, how it ended and how long it took', async () => {
  lines.length = 0
  await server.app.inject('/api/guides/cap-doi-can-cuoc')
  await server.app.inject('/nowhere')
  const entries = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(entries).toEqual([
    expect.objectContaining({ msg: 'answered', method: 'GET', route: '/api/guides/:slug', status: 200 }),
    expect.objectContaining({ msg: 'answered', method: 'GET', route: '(unknown)', status: 404 }),
  ])
  expect(new Set(Object.keys(entries[0]!))).toEqual(
    new Set(['level', 'time', 'reqId', 'requestId', 'method', 'route', 'status', 'ms', 'msg']),
  )
})
