import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { dumpDatabase } from '../testing/dump-database.ts'
import { addOfficer, auditOf, deskClient, passphrase, signIn } from '../testing/officers.ts'
import { startTestServer } from '../testing/start-test-server.ts'

let server: Awaited<ReturnType<typeof startTestServer>>
beforeAll(async () => {
  server = await startTestServer({ demo: false })
})
afterEach(() => server.empty())
afterAll(() => server.close())

const officer = (roles: Parameters<typeof signIn>[1], station?: string) => signIn(server, roles, station)
const attempt = (login: string, typed: string, from: string, cookie?: string) =>
  server.app.inject({
    method: 'POST',
    url: '/api/desk/session',
    headers: {
      ...{ origin: 'http://localhost', host: 'localhost', 'desk-request': '1' },
      ...(cookie && { cookie }),
    },
    payload: { login, passphrase: typed },
    remoteAddress: from,
  })
async function guess(login: string, times: number, cookie?: string) {
  for (let time = 0; time < times; time += 1)
    await attempt(login, `guess ${time}`, `203.0.113.${time}`, cookie)
}
const lan = () =>
  addOfficer(server.db, { login: 'lan.nguyen', grants: [{ station: 'ben-cat', role: 'records' }] })
const blocksFor = async (roles: Parameters<typeof signIn>[1], station?: string) => {
  const answer = await (await officer(roles, station)).client.deskSession.blocks()
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.data
}
const minutesUntil = (instant: string | null) => (Date.parse(instant ?? '') - Date.now()) / 60_000

test('nobody and other roles see no block', async () => {
  await lan()
  await guess('lan.nguyen', 5)
  const audited = await auditOf(server.db)
  expect(await deskClient(server.app).deskSession.blocks()).toMatchObject({ error: { code: 'unauthorised' } })
  const { client } = await officer(['editor', 'triage', 'records', 'superior'], '*')
  expect(await client.deskSession.blocks()).toMatchObject({ error: { code: 'forbidden' } })
  expect(await auditOf(server.db)).toEqual(audited)
})

test('who keeps the accounts of a station sees which is guessed at, and the look is noted', async () => {
  const id = await lan()
  await guess('lan.nguyen', 5)
  const { client, officerId } = await officer(['admin'])
  const answer = await client.deskSession.blocks()
  expect(answer).toMatchObject({
    ok: true,
    data: {
      blocked: [{ kind: 'account', count: 1 }],
      accounts: [{ login: 'lan.nguyen', name: 'Cán bộ lan.nguyen', kind: 'account', failures: 5 }],
    },
  })
  const [account] = answer.ok ? answer.data.accounts : []
  expect(minutesUntil(account?.blockedUntil ?? null)).toBeCloseTo(0.5, 0)
  expect(Math.abs(minutesUntil(account?.lastTryAt ?? null))).toBeLessThan(0.5)
  expect(JSON.stringify(answer)).not.toContain('203.0.113')
  expect((await auditOf(server.db)).at(-1)).toMatchObject({
    officerId,
    action: 'session.blocks',
    records: [`officer/${id}`],
  })
})

test('the accounts of another station stay unnamed, also those of the whole unit', async () => {
  await lan()
  await addOfficer(server.db, { login: 'truong', grants: [{ station: '*', role: 'supervisor' }] })
  await addOfficer(server.db, { login: 'khong-vai-tro' })
  for (const login of ['lan.nguyen', 'truong', 'khong-vai-tro']) await guess(login, 5)
  const counted = { blocked: [{ kind: 'account', count: 3 }] }
  expect(await blocksFor(['admin'], 'my-phuoc')).toMatchObject({ ...counted, accounts: [] })
  const ofStation = await blocksFor(['admin'], 'ben-cat')
  expect(ofStation.accounts.map(({ login }) => login)).toEqual(['lan.nguyen'])
  const ofUnit = await blocksFor(['admin'], '*')
  expect(ofUnit.accounts.map(({ login }) => login)).toEqual(['khong-vai-tro', 'truong', 'lan.nguyen'])
})

test('a supervisor sees how many, and which only where he is admin too', async () => {
  await lan()
  await guess('lan.nguyen', 5)
  expect(await blocksFor(['supervisor'], '*')).toMatchObject({
    blocked: [{ kind: 'account', count: 1 }],
    accounts: [],
  })
  const id = await addOfficer(server.db, {
    login: 'hai-vai-tro',
    grants: [
      { station: 'ben-cat', role: 'supervisor' },
      { station: 'my-phuoc', role: 'admin' },
    ],
  })
  const opened = await attempt('hai-vai-tro', passphrase, '10.0.0.9')
  const client = deskClient(server.app, `desk=${opened.cookies[0]!.value}`)
  expect(await client.deskSession.blocks()).toMatchObject({ data: { accounts: [] } })
  expect((await auditOf(server.db)).at(-1)).toMatchObject({ officerId: id, records: [] })
})

test('a login that does not exist counts, and what was typed shows nowhere', async () => {
  await guess('my-secret-word', 5)
  const seen = await blocksFor(['admin'], '*')
  expect(seen).toMatchObject({ blocked: [{ kind: 'account', count: 1 }], accounts: [] })
  expect(JSON.stringify(seen)).not.toContain('my-secret-word')
  expect((await dumpDatabase(server.db)).includes('my-secret-word')).toBe(false)
})

test('an address that tries many accounts is counted without being named', async () => {
  await attempt('can-bo-0', 'guess', '203.0.113.77')
  await server.db.query(`update sign_in_limits set failures = 29 where kind = 'address'`)
  await attempt('can-bo-1', 'guess', '203.0.113.77')
  const seen = await blocksFor(['admin'], '*')
  expect(seen).toMatchObject({ blocked: [{ kind: 'address', count: 1 }], accounts: [] })
  expect(JSON.stringify(seen)).not.toContain('203.0.113')
})

test('guesses at the counter’s own computer are told from those of strangers', async () => {
  await lan()
  const opened = await attempt('lan.nguyen', passphrase, '10.0.0.1')
  await guess('lan.nguyen', 10, opened.cookies.map(({ name, value }) => `${name}=${value}`).join('; '))
  expect(await blocksFor(['admin'])).toMatchObject({
    blocked: [{ kind: 'browser', count: 1 }],
    accounts: [{ login: 'lan.nguyen', kind: 'browser', failures: 10 }],
  })
})

test('when the wait is over the account is still seen for a day, and not counted as blocked', async () => {
  await lan()
  await guess('lan.nguyen', 5)
  await server.db.query(`update sign_in_limits set blocked_until = now() - interval '1 second'`)
  expect(await blocksFor(['admin'])).toMatchObject({
    blocked: [],
    accounts: [{ login: 'lan.nguyen', blockedUntil: null }],
  })
  await server.db.query(`update sign_in_limits set forget_at = now() - interval '1 second'`)
  expect(await blocksFor(['admin'])).toEqual({ blocked: [], accounts: [] })
})

test('who mistyped and then got in is not suspected', async () => {
  await lan()
  await guess('lan.nguyen', 4)
  expect(await blocksFor(['admin'])).toEqual({ blocked: [], accounts: [] })
  await attempt('lan.nguyen', passphrase, '10.0.0.1')
  expect(await blocksFor(['admin'])).toEqual({ blocked: [], accounts: [] })
})
