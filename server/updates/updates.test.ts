import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { api } from '#contract/api.ts'
import { createClient } from '#contract/client.ts'
import { tools } from '#contract/tools.ts'
import { consentVersion } from '#contract/updates.ts'
import { addApplication } from '../testing/builders.ts'
import { startTestServer } from '../testing/start-test-server.ts'
import { createGraphClient } from '../zalo/graph-client.ts'
import { createReceiverClient } from '../zalo/receiver-client.ts'
import { type StandIn, startStandIn } from '../zalo/stand-in/start-stand-in.ts'
import { appendStep, laterMorning, startWorker, zaloConfig } from './telling.fixture.ts'

let zalo: StandIn
let server: Awaited<ReturnType<typeof startTestServer>>
let now = new Date()
beforeAll(async () => {
  zalo = await startStandIn()
  const config = zaloConfig(zalo.url)
  server = await startTestServer({
    clock: () => now,
    graph: createGraphClient(config),
    zalo: {
      appId: config.appId,
      apiKey: config.apiKey,
      oa: { ...config.oa!, receivers: createReceiverClient(config) },
    },
  })
})
beforeEach(() => addApplication(server.db, server.keys))
afterEach(async () => {
  now = new Date()
  zalo.state.strangers = []
  zalo.state.trouble = 'none'
  zalo.state.sent = []
  await server.empty()
})
afterAll(async () => {
  await server.close()
  await zalo.close()
})

const as = (token?: string) =>
  createClient({ ...api, ...tools }, { origin: '', fetch: server.fetch, retryAfter: [], token: () => token })

async function signIn(user: string) {
  const session = await server.client.session.create({ body: { accessToken: `user-${user}` } })
  return as(session.ok ? session.data.token : undefined)
}
async function getPass() {
  const found = await server.client.applications.lookup({ body: { code: 'HS-000001', factor: '1234' } })
  if (!found.ok) throw new Error('The application was not found')
  return found.data.pass
}
const start = async (accessToken: string, more: { pass?: string; phoneToken?: string } = {}) =>
  server.client.updates.start({
    body: { pass: await getPass(), consent: consentVersion, accessToken, ...more },
  })
const error = (code: string) => ({ ok: false, error: { code } })

test.for(['never-given-by-anybody-who-could-have-given-it', 'A'.repeat(80)])(
  'a pass that was not given (%s) opens nothing',
  async (pass) => {
    expect(await server.client.updates.state({ body: { pass } })).toMatchObject(error('not-found'))
    expect(await start('user-501', { pass })).toMatchObject(error('not-found'))
    const someone = await signIn('501')
    expect(await someone.updates.stop({ body: { pass } })).toMatchObject(error('not-found'))
  },
)

test('a pass of yesterday opens nothing', async () => {
  const pass = await getPass()
  now = new Date(now.getTime() + 30 * 60_000)
  expect(await start('user-501', { pass })).toMatchObject(error('not-found'))
})

test.for([
  ['no consent', { consent: undefined }],
  ['consent to other words', { consent: '2020-01' }],
  ['no access token', { accessToken: '' }],
  ['a pass with other signs', { pass: 'a b' }],
] as const)('%s is refused before Zalo is asked', async ([, change]) => {
  const body = { pass: await getPass(), consent: consentVersion, accessToken: 'user-501', ...change }
  const answer = await server.app.inject({
    method: 'POST',
    url: '/api/applications/updates/start',
    payload: body,
  })
  expect(answer.statusCode).toBe(422)
})

test.for([
  ['Zalo does not know the person', 'expired-1', 'unauthorised'],
  ['Zalo does not answer', 'outage-1', 'unavailable'],
  ['the person of another app', 'foreign-1', 'unauthorised'],
] as const)('when %s nobody is written down', async ([, token, code]) => {
  expect(await start(token)).toMatchObject(error(code))
  expect(await server.db.query('select id from update_subscriptions')).toEqual([])
})

test('when Zalo lets the unit write in no way, that is said, and a phone number is another way', async () => {
  zalo.state.strangers = ['501']
  expect(await start('user-501')).toMatchObject(error('conflict'))
  expect(await start('user-501', { phoneToken: 'made-up' })).toMatchObject(error('unauthorised'))
  expect(await start('user-501', { phoneToken: 'phone-0912345678' })).toMatchObject({ ok: true })
  await appendStep(server.db, 'ready')
  const worker = await startWorker(zalo, { db: server.db, keys: server.keys, clock: laterMorning })
  await worker.round()
  expect(zalo.state.sent).toMatchObject([{ to: '84912345678' }])
})

test('yes, and off again; another person’s wish is another’s', async () => {
  const me = await signIn('501')
  const pass = await getPass()
  expect(await me.updates.state({ body: { pass } })).toEqual({ ok: true, data: { oaId: '1', on: false } })
  expect(await start('user-501')).toEqual({ ok: true, data: { on: true } })
  expect(await start('user-502')).toEqual({ ok: true, data: { on: true } })
  expect(await me.updates.state({ body: { pass } })).toMatchObject({ data: { on: true } })
  expect(await me.updates.stop({ body: { pass } })).toEqual({ ok: true, data: { on: false } })
  expect(await me.updates.state({ body: { pass } })).toMatchObject({ data: { on: false } })
  const other = await signIn('502')
  expect(await other.updates.state({ body: { pass } })).toMatchObject({ data: { on: true } })
})

test('who is not signed in can neither see a wish nor end one', async () => {
  await start('user-501')
  const pass = await getPass()
  expect(await as().updates.state({ body: { pass } })).toMatchObject({ data: { on: false } })
  expect(await as().updates.stop({ body: { pass } })).toMatchObject(error('unauthorised'))
  expect(await as('A'.repeat(43)).updates.stop({ body: {} })).toMatchObject(error('unauthorised'))
})

test('without a pass all of one’s wishes end', async () => {
  await addApplication(server.db, server.keys, { code: 'HS-000002' })
  await start('user-501')
  const second = await server.client.applications.lookup({ body: { code: 'HS-000002', factor: '1234' } })
  await start('user-501', { pass: second.ok ? second.data.pass : '' })
  const me = await signIn('501')
  await me.updates.stop({ body: {} })
  expect(await server.db.query('select id from update_subscriptions where ended_at is null')).toEqual([])
})

test('where no Official Account is connected nobody is offered anything', async () => {
  const own = await startTestServer({ db: server.db, clock: () => now })
  const pass = await getPass()
  expect(await own.client.updates.state({ body: { pass } })).toMatchObject({
    data: { oaId: null, on: false },
  })
  const body = { pass, consent: consentVersion, accessToken: 'user-501' } as const
  expect(await own.client.updates.start({ body })).toMatchObject(error('unavailable'))
  await own.close()
})
