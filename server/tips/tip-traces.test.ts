import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tipDraft } from '../testing/builders.ts'
import { logLines } from '../testing/log-lines.ts'
import { startTestServer } from '../testing/start-test-server.ts'

const { lines, stream } = logLines()
const now = new Date('2026-11-24T03:04:05.678Z')
const zaloUserId = '700100200'
const point = { lat: 11.149417, lon: 106.597532 }

let filesDir: string
let server: Awaited<ReturnType<typeof startTestServer>>
beforeAll(async () => {
  filesDir = await mkdtemp(join(tmpdir(), 'portal-traces-'))
  await mkdir(join(filesDir, 'pictures'))
  server = await startTestServer({
    clock: () => now,
    filesDir,
    // The loudest level there is: what is not even in there is nowhere.
    logger: { level: 'trace', base: null, stream },
    trustedProxies: 1,
    graph: { whoIs: async () => ({ ok: true, zaloUserId }) },
    locate: async () => ({ ok: true, point }),
  })
})
afterAll(async () => {
  await server.close()
  await rm(filesDir, { recursive: true, force: true })
})

/** Every value of every table, with the name of its column. */
async function allValues(): Promise<{ table: string; column: string; value: unknown }[]> {
  const tables = await server.db.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public'",
  )
  const found: { table: string; column: string; value: unknown }[] = []
  for (const { name: table } of tables) {
    for (const row of await server.db.query<Record<string, unknown>>(`select * from ${table}`)) {
      for (const [column, value] of Object.entries(row)) found.push({ table, column, value })
    }
  }
  return found
}
const bytesOf = (value: unknown) =>
  Buffer.isBuffer(value) ? value : Buffer.from(typeof value === 'string' ? value : JSON.stringify(value))

async function filesIn(dir: string): Promise<Buffer[]> {
  const entries = await readdir(dir, { withFileTypes: true, recursive: true })
  const files = entries.filter((entry) => entry.isFile())
  return Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name))))
}

test('after an anonymous tip from a signed-in phone, nothing anywhere leads to its sender', async () => {
  const phone = {
    remoteAddress: '198.51.100.7',
    headers: { 'x-forwarded-for': '203.0.113.77', 'user-agent': 'Zalo/24.10 (iPhone; Lan)' },
  }
  const accessToken = 'zalo-access-token-of-lan'
  const post = (url: string, payload: object, headers = {}) =>
    server.app.inject({ ...phone, method: 'POST', url, payload, headers: { ...phone.headers, ...headers } })

  const { token } = (await post('/api/session', { accessToken })).json<{ token: string }>()
  const signedIn = { authorization: `Bearer ${token}` }
  const place = (await post('/api/tips/location', { accessToken, token: 'location-token' }, signedIn)).json()
  const session = JSON.stringify(await server.db.query('select * from sessions'))
  const draft = tipDraft({
    point: place as { lat: number; lon: number },
    text: `Ngã tư có người đua xe, ${'họ chạy rất nhanh. '.repeat(3)}`,
  })
  const sent = await post('/api/tips', draft, signedIn)
  expect(sent.statusCode).toBe(200)
  const { code } = sent.json<{ code: string }>()
  const message = { code, clientKey: crypto.randomUUID(), text: 'Tối nay họ lại đến.' }
  expect((await post('/api/tips/messages', message, signedIn)).statusCode).toBe(200)
  expect((await post('/api/tips/open', { code, withContent: true }, signedIn)).statusCode).toBe(200)
  // A refusal is the one thing that leaves a line.
  await post('/api/tips', { ...draft, text: 'khác' }, signedIn)

  const traces = [
    token,
    accessToken,
    'location-token',
    '198.51.100',
    '203.0.113',
    '11.149',
    '106.597',
    '106.598',
    'iPhone',
    'Lan)',
    code,
    draft.clientKey,
    message.clientKey,
    'Ngã tư',
    'họ lại đến',
  ]
  const values = await allValues()
  const places = [
    ...values.map(({ value }) => bytesOf(value)),
    ...(await filesIn(filesDir)),
    Buffer.from(lines.join('')),
  ]
  const everything = Buffer.concat(places)
  expect(everything.length).toBeGreaterThan(500)
  expect(traces.filter((trace) => everything.includes(trace))).toEqual([])

  // The session itself knows the person. The tip changed nothing in it, and nothing else knows the person's id.
  expect(JSON.stringify(await server.db.query('select * from sessions'))).toBe(session)
  const knowing = values.filter(({ value }) => bytesOf(value).includes(zaloUserId))
  expect(knowing.map(({ table }) => table)).toEqual(['sessions'])
  expect(lines.join('')).not.toContain(zaloUserId)

  // No time about a tip is finer than a minute, in the database or in the log.
  const times = values.filter(({ table, value }) => table.startsWith('tip') && value instanceof Date)
  expect(times.length).toBeGreaterThan(1)
  for (const { value } of times) expect((value as Date).getTime() % 60_000).toBe(0)
  const answered = lines.map((line) => JSON.parse(line) as { route?: string; status?: number })
  expect(answered.filter(({ route, status }) => route?.startsWith('/api/tips') && status === 200)).toEqual([])
})
