import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { dumpDatabase } from '../testing/dump-database.ts'
import { addOfficer, auditOf, deskClient, passphrase } from '../testing/officers.ts'
import { startTestServer } from '../testing/start-test-server.ts'
import { setActive } from './officers.repo.ts'
import { endSessionsOf, forgetOldOfficerSessions } from './officer-sessions.repo.ts'

const minute = 60_000
let now = Date.now()
let server: Awaited<ReturnType<typeof startTestServer>>
beforeAll(async () => {
  server = await startTestServer({ clock: () => new Date(now), demo: false })
})
afterEach(async () => {
  now = Date.now()
  await server.empty()
})
afterAll(() => server.close())

interface Try {
  login?: string
  passphrase?: string
  cookie?: string
  from?: string
  app?: typeof server.app
}

/** The bare answer, as a browser sees it. */
const attempt = ({
  login = 'lan.nguyen',
  passphrase: p = passphrase,
  cookie,
  from = '10.0.0.1',
  app = server.app,
}: Try = {}) =>
  app.inject({
    method: 'POST',
    url: '/api/desk/session',
    headers: {
      origin: 'http://localhost',
      host: 'localhost',
      'desk-request': '1',
      ...(cookie && { cookie }),
    },
    payload: { login, passphrase: p },
    remoteAddress: from,
  })
const cookiesOf = ({ cookies }: Awaited<ReturnType<typeof attempt>>) =>
  cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
const statuses = async (tries: Try[]) => {
  const codes: number[] = []
  for (const each of tries) codes.push((await attempt(each)).statusCode)
  return codes
}
const wrong = (count: number, more: Try = {}): Try[] =>
  Array.from({ length: count }, (_, guess) => ({ ...more, passphrase: `guess number ${guess}` }))
const repeated = (status: number, count: number) => Array.from({ length: count }, () => status)
const letPass = (minutes: number) =>
  server.db.query(
    'update sign_in_limits set blocked_until = blocked_until - make_interval(mins => $1::int)',
    [minutes],
  )
const lan = () =>
  addOfficer(server.db, { login: 'lan.nguyen', grants: [{ station: 'ben-cat', role: 'records' }] })

test('the right passphrase opens a session that scripts and other sites cannot reach', async () => {
  const id = await lan()
  const answer = await attempt({ login: ' Lan.Nguyen ' })
  expect(answer.json()).toEqual({
    login: 'lan.nguyen',
    name: 'Cán bộ lan.nguyen',
    grants: [{ station: 'ben-cat', role: 'records' }],
    demo: false,
    expiresAt: new Date(now + 12 * 60 * minute).toISOString(),
  })
  expect(answer.headers['cache-control']).toBe('no-store')
  expect(answer.cookies).toMatchObject([
    { name: 'desk', httpOnly: true, sameSite: 'Strict', path: '/', maxAge: 12 * 3600 },
    { name: expect.stringMatching(/^desk-known-/), httpOnly: true, sameSite: 'Strict' },
  ])
  const client = deskClient(server.app, cookiesOf(answer))
  expect(await client.deskSession.get()).toMatchObject({ ok: true, data: { login: 'lan.nguyen' } })
  expect(await auditOf(server.db)).toMatchObject([{ officerId: id, action: 'session.open' }])
  const token = answer.cookies[0]!.value
  expect((await dumpDatabase(server.db)).includes(token)).toBe(false)
})

test('in production the cookies need https and stay with this very host', async () => {
  await lan()
  const own = await startTestServer({ db: server.db, demo: false, production: true })
  const answer = await attempt({ app: own.app })
  expect(answer.cookies).toMatchObject([
    { name: '__Host-desk', secure: true, httpOnly: true, sameSite: 'Strict', path: '/' },
    { name: expect.stringMatching(/^__Host-desk-known-/), secure: true },
  ])
  await own.close()
})

test.for([
  ['a wrong passphrase', { passphrase: 'not this one' }],
  ['an unknown login', { login: 'nobody.here' }],
  ['a closed account', { login: 'closed' }],
  ['an invented officer where there is no demonstration', { login: 'invented' }],
] as const)('%s is refused like every other', async ([, given]) => {
  await lan()
  const closed = await addOfficer(server.db, { login: 'closed' })
  await setActive(server.db, closed, false)
  await addOfficer(server.db, { login: 'invented', demo: true })
  const answer = await attempt(given)
  const { requestId: _, ...error } = answer.json<{ error: Record<string, string> }>().error
  expect([answer.statusCode, error]).toEqual([401, { code: 'unauthorised', message: 'Sign in first.' }])
  expect(answer.cookies).toEqual([])
  expect(Object.keys(answer.headers)).not.toContain('set-cookie')
  expect(await server.db.query('select * from officer_sessions')).toEqual([])
  expect(await auditOf(server.db)).toMatchObject([{ action: 'session.refused' }])
})

test('the answer to an unknown login takes as much work as the one to a wrong passphrase', async () => {
  // Not timed: the work itself is counted. Both stretch one passphrase and write the same rows.
  await lan()
  const rows = async () =>
    (
      await server.db.query<{ limits: number; audit: number }>(
        'select (select count(*)::int from sign_in_limits) as limits, (select count(*)::int from audit_entries) as audit',
      )
    )[0]
  await attempt({ passphrase: 'not this one', from: '10.0.1.1' })
  expect(await rows()).toEqual({ limits: 2, audit: 1 })
  await attempt({ login: 'nobody.here', from: '10.0.1.2' })
  expect(await rows()).toEqual({ limits: 4, audit: 2 })
})

test('what was typed as a login is stored nowhere in clear', async () => {
  await attempt({ login: 'my-secret-word' })
  expect((await dumpDatabase(server.db)).includes('my-secret-word')).toBe(false)
})

test('after five wrong tries an account must wait, longer after each, but never longer than a quarter of an hour', async () => {
  await lan()
  expect(await statuses(wrong(6))).toEqual([...repeated(401, 5), 429])
  expect((await attempt()).statusCode).toBe(429)
  expect(Number((await attempt()).headers['retry-after'])).toBeLessThanOrEqual(30)
  for (const wait of [60, 120, 240, 480, 900, 900]) {
    await letPass(15)
    expect(await statuses(wrong(2))).toEqual([401, 429])
    const seconds = Number((await attempt()).headers['retry-after'])
    expect(seconds).toBeGreaterThan(wait - 10)
    expect(seconds).toBeLessThanOrEqual(wait)
  }
  await letPass(15)
  expect((await attempt()).statusCode).toBe(200)
})

test('an unknown login is slowed down like a known one', async () => {
  expect(await statuses(wrong(6, { login: 'nobody.here' }))).toEqual([...repeated(401, 5), 429])
})

test('guesses from anywhere do not keep an officer out of a browser they use', async () => {
  await lan()
  const cookie = cookiesOf(await attempt())
  const guesses = wrong(12).map((guess, index) => ({ ...guess, from: `10.1.0.${index}` }))
  expect((await statuses(guesses)).slice(5)).toEqual(repeated(429, 7))
  expect((await attempt({ cookie })).statusCode).toBe(200)
})

test('guesses do not keep a colleague out, not even at the same address', async () => {
  await lan()
  await addOfficer(server.db, { login: 'minh.tran' })
  await statuses(wrong(10))
  expect((await attempt({ login: 'minh.tran' })).statusCode).toBe(200)
})

test('a known browser is limited too, and its mark is good for one account only', async () => {
  await lan()
  await addOfficer(server.db, { login: 'minh.tran' })
  const cookie = cookiesOf(await attempt())
  expect(await statuses(wrong(11, { cookie }))).toEqual([...repeated(401, 10), 429])
  const forged = cookie.replace(/(desk-known-\w+=)[\w-]{22}/, '$1AAAAAAAAAAAAAAAAAAAAAA')
  expect((await attempt({ cookie: forged })).statusCode).toBe(200)
  expect(await statuses(wrong(6, { login: 'minh.tran', cookie }))).toEqual([...repeated(401, 5), 429])
})

test('one passphrase tried on many accounts from one address is slowed down', async () => {
  await attempt({ login: 'officer-0' })
  await server.db.query('update sign_in_limits set failures = 28')
  const tries = [1, 2, 3, 4].map((index) => ({ login: `officer-${index}` }))
  expect(await statuses(tries)).toEqual([401, 401, 429, 429])
  expect((await attempt({ login: 'officer-5', from: '10.0.0.2' })).statusCode).toBe(401)
})

test('guesses at once do not outrun the limit, and a restart or a second process forgets nothing', async () => {
  await lan()
  const second = await startTestServer({ db: server.db, demo: false })
  const guesses = wrong(20).map((guess, index) => ({ ...guess, ...(index % 2 && { app: second.app }) }))
  const answers = await Promise.all(guesses.map(attempt))
  expect(answers.filter(({ statusCode }) => statusCode === 401)).toHaveLength(5)
  expect((await attempt({ app: second.app })).statusCode).toBe(429)
  await second.close()
})

test('a session ends when nobody uses it for half an hour', async () => {
  await lan()
  const client = deskClient(server.app, cookiesOf(await attempt()))
  for (let used = 0; used < 4; used += 1) {
    now += 29 * minute
    expect(await client.deskSession.get()).toMatchObject({ ok: true })
  }
  now += 31 * minute
  expect(await client.deskSession.get()).toMatchObject({ error: { code: 'unauthorised' } })
})

test('a session ends after twelve hours, however busy', async () => {
  await lan()
  const client = deskClient(server.app, cookiesOf(await attempt()))
  for (let passed = 0; passed < 12 * 60 - 20; passed += 20) {
    now += 20 * minute
    expect(await client.deskSession.get()).toMatchObject({ ok: true })
  }
  now += 20 * minute
  expect(await client.deskSession.get()).toMatchObject({ error: { code: 'unauthorised' } })
})

test('who signs out is out, here only', async () => {
  const id = await lan()
  const first = await attempt()
  const second = await attempt()
  const client = deskClient(server.app, cookiesOf(first))
  expect(await client.deskSession.end()).toEqual({ ok: true, data: {} })
  expect(await client.deskSession.get()).toMatchObject({ error: { code: 'unauthorised' } })
  expect(await deskClient(server.app, cookiesOf(second)).deskSession.get()).toMatchObject({ ok: true })
  expect((await auditOf(server.db)).at(-1)).toMatchObject({ officerId: id, action: 'session.end' })
})

test('signing in again in the same browser ends the session before', async () => {
  await lan()
  const first = cookiesOf(await attempt())
  await attempt({ cookie: first })
  expect(await deskClient(server.app, first).deskSession.get()).toMatchObject({
    error: { code: 'unauthorised' },
  })
})

test.for([
  ['is disabled', (id: number) => setActive(server.db, id, false)],
  ['is signed out by the operator', (id: number) => endSessionsOf(server.db, id)],
] as const)('an officer who %s is out at once', async ([, act]) => {
  const id = await lan()
  const client = deskClient(server.app, cookiesOf(await attempt()))
  await act(id)
  expect(await client.deskSession.get()).toMatchObject({ error: { code: 'unauthorised' } })
})

test('sweeping drops only sessions that are over', async () => {
  await lan()
  await attempt()
  now += 31 * minute
  const live = cookiesOf(await attempt())
  await forgetOldOfficerSessions(server.db, new Date(now))
  expect(await server.db.query('select * from officer_sessions')).toHaveLength(1)
  expect(await deskClient(server.app, live).deskSession.get()).toMatchObject({ ok: true })
})

test.for(['update audit_entries set action = $$nothing$$', 'delete from audit_entries'])(
  'the database refuses to rewrite the audit: %s',
  async (statement) => {
    await attempt()
    await expect(server.db.query(statement)).rejects.toThrow('append-only')
  },
)
