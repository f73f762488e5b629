import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { addApplication, step } from '../testing/builders.ts'
import { dumpDatabase } from '../testing/dump-database.ts'
import { startTestServer } from '../testing/start-test-server.ts'
import { forgetOldSecrets } from './slip-secrets.repo.ts'
import { issueSlip, newSecret } from './slip-secrets.ts'

const minute = 60_000
const start = new Date('2026-11-24T03:00:00Z').getTime()
let now = start
let server: Awaited<ReturnType<typeof startTestServer>>
beforeAll(async () => {
  server = await startTestServer({ clock: () => new Date(now), demo: false })
})
afterEach(async () => {
  now = start
  await server.empty()
})
afterAll(() => server.close())

const post = (path: string, payload: object, remoteAddress = '127.0.0.1') =>
  server.app.inject({ method: 'POST', url: `/api/applications/${path}`, payload, remoteAddress })
const open = (secret: string) => server.client.slip.open({ body: { secret } })
const opens = async (secret: string) => (await open(secret)).ok

async function printSlip(changes: Parameters<typeof addApplication>[2] = {}) {
  const applicationId = await addApplication(server.db, server.keys, changes)
  const secret = await server.db.tx((tx) =>
    issueSlip(tx, server.keys.lookups, { applicationId, now: new Date(now) }),
  )
  return { applicationId, secret }
}

/** The pass of somebody who opens with this secret. */
async function passOf(secret: string): Promise<string> {
  const result = await open(secret)
  if (!result.ok) throw new Error(`Not opened: ${result.error.code}`)
  return result.data.pass
}
async function keep(pass: string): Promise<string> {
  const result = await server.client.slip.keep({ body: { pass } })
  if (!result.ok) throw new Error(`Not kept: ${result.error.code}`)
  return result.data.secret
}
async function share(pass: string) {
  const result = await server.client.slip.share({ body: { pass } })
  if (!result.ok) throw new Error(`Not shared: ${result.error.code}`)
  return result.data
}

test.for([
  ['no secret', {}, 'required'],
  ['a short one', { secret: 'ABC' }, 'format'],
  ['small letters', { secret: 'a'.repeat(27) }, 'format'],
  ['a list', { secret: ['0'.repeat(27)] }, 'format'],
] as const)('%s is refused with the field at fault', async ([, body, issue]) => {
  const answer = await post('open', body)
  expect(answer.statusCode).toBe(422)
  expect(answer.json()).toMatchObject({ error: { fields: { secret: issue } } })
})

test('an unknown secret is refused exactly as a wrong code is, and counts for the caller', async () => {
  const seen = ({
    headers: { date: _, ...headers },
    statusCode,
    body,
  }: Awaited<ReturnType<typeof post>>) => ({
    headers: { ...headers, 'content-length': '' },
    statusCode,
    body: body.replace(/"requestId":"[\w-]+"/, ''),
  })
  const wrong = await post('lookup', { code: 'HS-999999', factor: '1234' }, '10.0.0.1')
  for (let time = 0; time < 4; time += 1) {
    expect(seen(await post('open', { secret: newSecret() }, '10.0.0.1'))).toEqual(seen(wrong))
  }
  const { secret } = await printSlip()
  const blocked = await post('open', { secret }, '10.0.0.1')
  expect(blocked.statusCode).toBe(429)
  expect(Number(blocked.headers['retry-after'])).toBeGreaterThan(800)
  expect((await post('lookup', { code: 'HS-000001', factor: '1234' }, '10.0.0.1')).statusCode).toBe(429)
  expect((await post('open', { secret }, '10.0.0.2')).statusCode).toBe(200)
})

test('fifty guesses at once from one caller do not outrun the limit', async () => {
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => post('open', { secret: newSecret() }, '10.0.0.3')),
  )
  expect(answers.filter(({ statusCode }) => statusCode === 404)).toHaveLength(5)
})

test("the slip's secret shows what code and factor show", async () => {
  const { secret } = await printSlip({ steps: [step({ promisedOn: '2026-11-27' })] })
  const looked = await server.client.applications.lookup({ body: { code: 'HS-000001', factor: '1234' } })
  const opened = await open(secret)
  const pass = expect.any(String) as string
  expect(opened).toEqual({ ok: true, data: { ...(looked.ok && looked.data), pass } })
  expect(opened).toMatchObject({ data: { maskedCode: '*****0001', promisedOn: '2026-11-27' } })
})

test('a new slip ends the one before, and only its own', async () => {
  const first = await printSlip()
  const other = await printSlip({ code: 'HS-000002' })
  const second = await server.db.tx((tx) =>
    issueSlip(tx, server.keys.lookups, { applicationId: first.applicationId, now: new Date(now) }),
  )
  expect(await Promise.all([first.secret, second, other.secret].map(opens))).toEqual([false, true, true])
})

test('an invented application opens only where there is a demonstration', async () => {
  expect(await opens((await printSlip({ demo: true })).secret)).toBe(false)
})

test('nothing stored opens an application', async () => {
  const { secret } = await printSlip()
  const pass = await passOf(secret)
  const secrets = [secret, await keep(pass), (await share(pass)).secret]
  const dump = await dumpDatabase(server.db)
  for (const one of secrets) expect(dump.includes(one)).toBe(false)
})

test.for(['keep', 'share', 'release-others'])(
  '%s wants a pass that was given by us, half an hour ago at most',
  async (path) => {
    const { secret } = await printSlip()
    const pass = await passOf(secret)
    const forged = pass.slice(0, -2) + (pass.endsWith('A') ? 'BB' : 'AA')
    expect((await post(path, { pass: 'x', except: null })).statusCode).toBe(422)
    expect((await post(path, { pass: forged, except: null })).statusCode).toBe(404)
    now += 30 * minute
    expect((await post(path, { pass, except: null })).statusCode).toBe(404)
    now -= 1
    expect((await post(path, { pass, except: null })).statusCode).toBe(200)
  },
)

test('a phone that keeps an application reopens it until it lets go, or nobody has used it for 120 days', async () => {
  const { secret } = await printSlip()
  const kept = await keep(await passOf(secret))
  const other = await keep(await passOf(secret))
  const days = (count: number) => void (now += count * 24 * 60 * minute)
  days(119)
  expect(await opens(kept)).toBe(true)
  days(2)
  // The one was used meanwhile, the other was not.
  expect(await Promise.all([kept, other, secret].map(opens))).toEqual([true, false, true])
  days(117)
  expect(await opens(kept)).toBe(true)
  await server.client.slip.release({ body: { secret: kept } })
  expect(await server.client.slip.release({ body: { secret: kept } })).toMatchObject({ ok: true })
  expect(await Promise.all([kept, secret].map(opens))).toEqual([false, true])
})

test('opening writes nothing while the time that was given is nearly whole', async () => {
  const kept = await keep(await passOf((await printSlip()).secret))
  const expiry = () => server.db.query(`select expires_at from application_secrets where kind = 'phone'`)
  const before = await expiry()
  now += 29 * 24 * 60 * minute
  expect(await opens(kept)).toBe(true)
  expect(await expiry()).toEqual(before)
})

test('a printed slip is not taken back by who reads it', async () => {
  const { secret } = await printSlip()
  expect(await server.client.slip.release({ body: { secret } })).toMatchObject({ ok: true })
  expect(await opens(secret)).toBe(true)
})

test('thirty phones keep an application, then the oldest makes room', async () => {
  const pass = await passOf((await printSlip()).secret)
  const kept: string[] = []
  for (let phone = 0; phone < 31; phone += 1) {
    now += 1000
    kept.push(await keep(pass))
  }
  expect(await opens(kept[0] ?? '')).toBe(false)
  expect(await opens(kept[1] ?? '')).toBe(true)
})

test('a share lasts ten minutes and one at a time', async () => {
  const pass = await passOf((await printSlip()).secret)
  const first = await share(pass)
  const second = await share(pass)
  expect(second.expiresAt).toBe(new Date(now + 10 * minute).toISOString())
  expect(await Promise.all([first.secret, second.secret].map(opens))).toEqual([false, true])
  now += 10 * minute
  expect(await opens(second.secret)).toBe(false)
  await forgetOldSecrets(server.db, new Date(now + 1))
  expect(await server.db.query('select kind from application_secrets')).toEqual([{ kind: 'slip' }])
})

test('a relative may read and keep, but not pass it on', async () => {
  const shared = await share(await passOf((await printSlip()).secret))
  const kept = await keep(await passOf(shared.secret))
  now += 11 * minute
  const pass = await passOf(kept)
  const refused = { ok: false, error: { code: 'forbidden' } }
  expect(await server.client.slip.share({ body: { pass } })).toMatchObject(refused)
  expect(await server.client.slip.releaseOthers({ body: { pass, except: kept } })).toMatchObject(refused)
})

test('the owner sees how many phones keep it and can end all but this one', async () => {
  const { secret } = await printSlip()
  const pass = await passOf(secret)
  const [mine, lost] = [await keep(pass), await keep(pass)]
  const shared = await share(pass)
  expect(shared.phones).toBe(2)
  await server.client.slip.releaseOthers({ body: { pass, except: mine } })
  expect(await Promise.all([mine, lost, shared.secret, secret].map(opens))).toEqual([
    true,
    false,
    false,
    true,
  ])
  await server.client.slip.releaseOthers({ body: { pass, except: null } })
  expect(await opens(mine)).toBe(false)
})

test('why something was refused is told at the counter, not here', async () => {
  const steps = [step({ note: 'Đã nhận.' }), step({ status: 'rejected', note: 'Lý do riêng tư.' })]
  const result = await open((await printSlip({ steps })).secret)
  expect(result.ok && result.data.steps.map(({ note }) => note)).toEqual(['Đã nhận.', null])
})
