import { createHash } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { api } from '#contract/api.ts'
import { createClient } from '#contract/client.ts'
import { addApplication } from '../testing/builders.ts'
import { startTestServer } from '../testing/start-test-server.ts'
import type { GraphClient } from '../zalo/graph-client.ts'
import { forgetOldSessions, sessionReader } from './sessions.repo.ts'

const minute = 60_000
/** A session ends with a whole minute. */
const thisMinute = () => Math.floor(Date.now() / minute) * minute
let now = thisMinute()
let answer: Awaited<ReturnType<GraphClient['whoIs']>>
let server: Awaited<ReturnType<typeof startTestServer>>
beforeAll(async () => {
  server = await startTestServer({ graph: { whoIs: async () => answer }, clock: () => new Date(now) })
})
afterEach(async () => {
  now = thisMinute()
  await server.empty()
})
afterAll(() => server.close())

const signIn = () => server.client.session.create({ body: { accessToken: 'zalo-token' } })
const openSession = async (zaloUserId: string) => {
  answer = { ok: true, zaloUserId }
  const opened = await signIn()
  return opened.ok ? opened.data.token : ''
}
const as = (token: string) =>
  createClient(api, { origin: '', fetch: server.fetch, retryAfter: [], token: () => token })

test.for([
  ['none', {}, 'required'],
  ['an empty one', { accessToken: '' }, 'format'],
  ['one with a line end', { accessToken: 'a\r\nx: y' }, 'format'],
  ['one with a NUL', { accessToken: 'a\0' }, 'format'],
  ['one with letters that no header holds', { accessToken: 'đ' }, 'format'],
  ['an endless one', { accessToken: 'a'.repeat(4097) }, 'too-long'],
  ['a list', { accessToken: ['a'] }, 'format'],
] as const)('of the access tokens, %s is refused before Zalo is asked', async ([, body, issue]) => {
  const refused = await server.app.inject({ method: 'POST', url: '/api/session', payload: body })
  expect(refused.statusCode).toBe(422)
  expect(refused.json()).toMatchObject({ error: { code: 'invalid', fields: { accessToken: issue } } })
})

test.for([
  ['Zalo refuses', 'refused', 'unauthorised'],
  ['Zalo does not answer', 'unavailable', 'unavailable'],
] as const)('when %s there is no session', async ([, reason, code]) => {
  answer = { ok: false, reason }
  expect(await signIn()).toMatchObject({ ok: false, error: { code } })
  expect(await server.db.query('select * from sessions')).toEqual([])
})

test('a session lasts an hour, to the end of its minute, and its token is stored only as a hash', async () => {
  const thisHour = now + 60 * minute
  now -= 17_321
  answer = { ok: true, zaloUserId: '7001' }
  const opened = await signIn()
  expect(opened).toMatchObject({ ok: true, data: { expiresAt: new Date(thisHour).toISOString() } })
  const token = opened.ok ? opened.data.token : ''
  expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/)
  const rows = await server.db.query<{ token_hash: Buffer }>('select * from sessions')
  expect(rows).toHaveLength(1)
  expect(rows[0]!.token_hash.equals(createHash('sha256').update(token).digest())).toBe(true)
  expect(JSON.stringify(rows)).not.toContain(token)
})

test('two sessions of one person have different tokens', async () => {
  expect(await openSession('7001')).not.toBe(await openSession('7001'))
})

test('the token tells who is calling, until it expires', async () => {
  const token = await openSession('7001')
  const { findUser } = sessionReader(server.db, () => new Date(now))
  now += 60 * minute - 1
  expect(await findUser(`Bearer ${token}`)).toBe('7001')
  now += 1
  expect(await findUser(`Bearer ${token}`)).toBeUndefined()
})

test.for([
  ['a token never given', `Bearer ${'A'.repeat(43)}`],
  ['no token', 'Bearer '],
  ['another scheme', 'Basic YWRtaW46YWRtaW4='],
  ['SQL', "Bearer ' or 1=1 --"],
  ['an endless one', `Bearer ${'A'.repeat(8000)}`],
  ['a list', 'Bearer a, Bearer b'],
] as const)(
  'a forged Authorization header (%s) makes nobody anybody, and harms nothing',
  async ([, header]) => {
    await openSession('7001')
    await addApplication(server.db, server.keys)
    const { findUser } = sessionReader(server.db, () => new Date(now))
    expect(await findUser(header)).toBeUndefined()
    const found = await server.app.inject({
      method: 'POST',
      url: '/api/applications/lookup',
      headers: { authorization: header },
      payload: { code: 'HS-000001', factor: '1234' },
    })
    expect(found.statusCode).toBe(200)
  },
)

test('who comes with an expired token is a guest and gets the same answers', async () => {
  const token = await openSession('7001')
  await addApplication(server.db, server.keys)
  now += 61 * minute
  const body = { code: 'HS-000001', factor: '1234' }
  expect(await as(token).applications.lookup({ body })).toMatchObject({ ok: true })
  await as(token).applications.lookup({ body: { ...body, factor: '0000' } })
  // The code and the address: no user was counted.
  expect(await server.db.query('select subject from lookup_limits')).toHaveLength(2)
})

test('who is signed in is counted as a person instead of by the address', async () => {
  const token = await openSession('7001')
  const wrong = { body: { code: 'HS-000001', factor: '0000' } }
  await as(token).applications.lookup(wrong)
  // The code and the person.
  expect(await server.db.query('select subject from lookup_limits')).toHaveLength(2)
  await server.client.applications.lookup(wrong)
  expect(await server.db.query('select subject from lookup_limits')).toHaveLength(3)
})

test('sweeping drops expired sessions only', async () => {
  await openSession('old')
  now += 61 * minute
  await openSession('new')
  await forgetOldSessions(server.db, new Date(now))
  expect(await server.db.query('select zalo_user_id as "user" from sessions')).toEqual([{ user: 'new' }])
})

test('after six hundred sign-ins in ten minutes an address must wait', async () => {
  const own = await startTestServer({ db: server.db })
  const codes: number[] = []
  for (let time = 0; time < 601; time += 1) {
    const { statusCode } = await own.app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { accessToken: 'a' },
      remoteAddress: '10.9.9.9',
    })
    codes.push(statusCode)
  }
  expect(new Set(codes.slice(0, 600))).toEqual(new Set([503]))
  expect(codes[600]).toBe(429)
  await own.close()
})
