import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { addApplication } from '../testing/builders.ts'
import { auditOf, deskClient, signIn } from '../testing/officers.ts'
import { startTestServer } from '../testing/start-test-server.ts'

let server: Awaited<ReturnType<typeof startTestServer>>
beforeAll(async () => {
  server = await startTestServer({
    demo: false,
    graph: { whoIs: async (token) => ({ ok: true, zaloUserId: token }) },
  })
})
afterEach(() => server.empty())
afterAll(() => server.close())

const officer = (roles: Parameters<typeof signIn>[1], station?: string) => signIn(server, roles, station)
const guess = (code: string, factor: string, remoteAddress: string, authorization?: string) =>
  server.app.inject({
    method: 'POST',
    url: '/api/applications/lookup',
    payload: { code, factor },
    remoteAddress,
    headers: authorization ? { authorization } : {},
  })
const minutesUntil = (instant: string) => Math.round((Date.parse(instant) - Date.now()) / 60_000)

/** A code closed from ten addresses, and two callers who tried five codes each: one by address, one by Zalo. */
async function wrongTries() {
  await addApplication(server.db, server.keys)
  for (let time = 0; time < 10; time += 1) await guess('HS-000001', `00000${time}`, `10.0.1.${time}`)
  for (let time = 0; time < 5; time += 1) await guess(`HS-99999${time}`, '000000', '203.0.113.77')
  const session = await server.client.session.create({ body: { accessToken: 'nguoi-lao-dong' } })
  const bearer = session.ok ? `Bearer ${session.data.token}` : ''
  for (let time = 0; time < 5; time += 1) await guess(`HS-88888${time}`, '0900000000', '10.0.3.1', bearer)
}

test('nobody and other roles see no block', async () => {
  await wrongTries()
  const audited = await auditOf(server.db)
  expect(await deskClient(server.app).deskApplications.lockouts()).toMatchObject({
    error: { code: 'unauthorised' },
  })
  const { client } = await officer(['editor', 'triage', 'superior'], '*')
  expect(await client.deskApplications.lockouts()).toMatchObject({ error: { code: 'forbidden' } })
  expect(await auditOf(server.db)).toEqual(audited)
})

test('an officer of another station sees how many are blocked, and none of the files', async () => {
  await wrongTries()
  const { client } = await officer(['records'], 'my-phuoc')
  expect(await client.deskApplications.lockouts()).toMatchObject({
    data: { lockouts: [], blocked: [{ kind: 'address' }, { kind: 'code' }, { kind: 'user' }] },
  })
})

test('how many codes and callers are blocked is seen without knowing whom, and the look is noted', async () => {
  await wrongTries()
  const { client, officerId } = await officer(['records'])
  const answer = await client.deskApplications.lockouts()
  expect(answer).toMatchObject({
    ok: true,
    data: {
      lockouts: [{ application: { code: 'HS-000001' } }],
      blocked: [
        { kind: 'address', count: 1 },
        { kind: 'code', count: 1 },
        { kind: 'user', count: 1 },
      ],
      everybody: [
        { kind: 'short', wrong: 0, most: 25, fullUntil: null },
        { kind: 'pin', wrong: 15, most: 1_000, fullUntil: null },
        { kind: 'phone', wrong: 5, most: 30_000, fullUntil: null },
      ],
    },
  })
  const blocked = answer.ok ? answer.data.blocked : []
  expect(blocked.map(({ until }) => minutesUntil(until))).toEqual([15, 24 * 60, 15])
  expect(JSON.stringify(answer)).not.toMatch(/203\.0\.113|nguoi-lao-dong|HS-99999|HS-88888/)
  expect((await auditOf(server.db)).at(-1)).toMatchObject({
    officerId,
    action: 'lockout.list',
    records: ['application/1'],
  })
})

test('when too many guess everywhere, the desk sees it and until when', async () => {
  await server.db.query(
    `insert into lookup_budgets (kind, paid_off_at) values ('short', now() + interval '86460 seconds')`,
  )
  const { client } = await officer(['supervisor'])
  const answer = await client.deskApplications.lockouts()
  const [short] = answer.ok ? answer.data.everybody : []
  expect(short).toMatchObject({ kind: 'short', wrong: 26, most: 25 })
  // One wrong factor is paid off in 57.6 minutes; a minute more than 25 of them were due.
  expect(minutesUntil(short?.fullUntil ?? '')).toBe(59)
})

test('blocks that are over are not counted', async () => {
  await wrongTries()
  await server.db.query(`update lookup_limits set blocked_until = now() - interval '1 second'`)
  const { client } = await officer(['admin'])
  expect(await client.deskApplications.lockouts()).toMatchObject({ data: { lockouts: [], blocked: [] } })
})

test('a code that wrong tries closed is opened again, by who may', async () => {
  await wrongTries()
  const lookup = () => server.client.applications.lookup({ body: { code: 'HS-000001', factor: '1234' } })
  expect(await lookup()).toMatchObject({ error: { code: 'rate-limited' } })
  const lift = (client: Awaited<ReturnType<typeof officer>>['client']) =>
    client.deskApplications.lift({ body: { id: 1 } })
  expect(await lift((await officer(['records'])).client)).toMatchObject({ error: { code: 'forbidden' } })
  const { client } = await officer(['supervisor'])
  expect(await lift(client)).toEqual({ ok: true, data: {} })
  expect(await lookup()).toMatchObject({ ok: true })
  expect((await auditOf(server.db)).at(-1)).toMatchObject({
    action: 'lockout.lift',
    records: ['application/1'],
  })
  expect(await lift(client)).toMatchObject({ error: { code: 'not-found' } })
})
