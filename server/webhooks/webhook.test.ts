import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { addApplication } from '../testing/builders.ts'
import { startTestServer } from '../testing/start-test-server.ts'
import { sendMiniAppEvent, sendOaEvent } from '../zalo/stand-in/webhooks.ts'
import type { ReceiverClient } from '../zalo/receiver-client.ts'

const nobody: ReceiverClient = { find: async () => ({ ok: false, reason: 'unavailable' }) }
const appId = '77'
const oaSecret = 'oa-secret'
const apiKey = 'api-key'
let server: Awaited<ReturnType<typeof startTestServer>>
let origin: string
beforeAll(async () => {
  server = await startTestServer({
    graph: { whoIs: async (token) => ({ ok: true, zaloUserId: token }) },
    zalo: { appId, apiKey, oa: { id: '900', secret: oaSecret, receivers: nobody } },
  })
  await server.app.listen({ host: '127.0.0.1', port: 0 })
  origin = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`
})
afterEach(() => server.empty())
afterAll(() => server.close())

const miniApp = (event: Record<string, unknown>, signature?: 'right' | 'wrong', key = apiKey) =>
  sendMiniAppEvent(`${origin}/api/zalo/webhook/mini-app`, { appId, ...event }, key, signature)
const oa = (event: Record<string, unknown>, signature?: 'right' | 'wrong', secret = oaSecret) =>
  sendOaEvent(`${origin}/api/zalo/webhook/oa`, event, { appId, oaSecret: secret }, signature)
const raw = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`${origin}/api/zalo/webhook/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })

const hour = 3_600_000
const ago = (ms: number) => new Date(Date.now() - ms)

async function addWish(user: string, at = ago(hour)) {
  const { oaPersonHash, personHash, sealReceiver } = await import('#server/updates/receiver.ts')
  const { startUpdates } = await import('#server/updates/subscriptions.repo.ts')
  await startUpdates(server.db, {
    applicationId: 1,
    person: personHash(server.keys, user),
    oaPerson: oaPersonHash(server.keys, `77${user}`),
    sealedReceiver: sealReceiver(server.keys, { oaUserId: `77${user}` }),
    consent: 'test',
    at,
  })
}
const wishes = () =>
  server.db.query<{ by: string | null }>('select ended_by as by from update_subscriptions order by id')
const revoke = { event: 'user.revoke.consent', userId: '501', timestamp: Date.now() }

test.for([
  ['a wrong signature', () => miniApp(revoke, 'wrong'), 401],
  ['the key of somebody else', () => miniApp(revoke, 'right', 'other'), 401],
  ['another app', () => miniApp({ ...revoke, appId: '78' }), 401],
  ['no signature', () => raw('mini-app', JSON.stringify({ appId, ...revoke })), 401],
  ['no JSON', () => raw('mini-app', 'event=1'), 422],
  ['a list', () => raw('mini-app', '[]'), 422],
  ['a body beyond all measure', () => raw('mini-app', `{"a":"${'x'.repeat(20_000)}"}`), 413],
  ['a wrong signature of the Official Account', () => oa({ event_name: 'unfollow' }, 'wrong'), 401],
  ['the secret of somebody else', () => oa({ event_name: 'unfollow' }, 'right', 'other'), 401],
  ['another Official Account', () => oa({ event_name: 'unfollow', oa_id: '901' }), 401],
] as const)('%s is refused and changes nothing', async ([, send, status]) => {
  await addApplication(server.db, server.keys)
  await addWish('501')
  expect((await send()).status).toBe(status)
  expect(await wishes()).toEqual([{ by: null }])
})

test('whoever withdraws consent is forgotten: wishes end, sessions end, twice is as once', async () => {
  await addApplication(server.db, server.keys)
  await addWish('501')
  await addWish('502')
  await server.client.session.create({ body: { accessToken: '501' } })
  await server.client.session.create({ body: { accessToken: '502' } })
  expect(await miniApp(revoke)).toEqual({ status: 200, body: '{"ok":true}' })
  expect((await miniApp(revoke)).status).toBe(200)
  expect(await wishes()).toEqual([{ by: 'consent-revoked' }, { by: null }])
  expect(await server.db.query('select zalo_user_id as "user" from sessions')).toEqual([{ user: '502' }])
  const [row] = await server.db.query(
    'select sealed_receiver as receiver from update_subscriptions where id = 1',
  )
  expect(row).toEqual({ receiver: null })
})

test('an event that comes late does not end a wish that is younger than it', async () => {
  await addApplication(server.db, server.keys)
  await addWish('501', new Date())
  await miniApp({ ...revoke, timestamp: Date.now() - hour })
  expect(await wishes()).toEqual([{ by: null }])
})

test('a review of the Mini App, and events nobody asked for, are heard politely', async () => {
  expect((await miniApp({ event: 'versions.review.done', versionId: 3, status: 0 })).status).toBe(200)
  expect((await oa({ event_name: 'user_send_text', message: { text: 'xin chào' } })).status).toBe(200)
})

test('who follows no longer is written to no longer; following again starts nothing', async () => {
  await addApplication(server.db, server.keys)
  await addWish('501')
  const timestamp = String(Date.now())
  expect((await oa({ event_name: 'unfollow', follower: { id: '77501' }, timestamp })).status).toBe(200)
  expect((await oa({ event_name: 'follow', follower: { id: '77501' }, timestamp })).status).toBe(200)
  expect(await wishes()).toEqual([{ by: 'unfollowed' }])
})

test('a receipt settles the message it belongs to', async () => {
  await server.db.query(
    `insert into update_messages (tracking_id, person, in_doubt, opened_at, next_at)
     values ('t-1', '\\x01', true, now(), now()), ('t-2', '\\x02', true, now(), now())`,
  )
  const message = { tracking_id: 't-1', msg_id: 'm', delivery_time: String(Date.now()) }
  expect((await oa({ event_name: 'user_received_message', message })).status).toBe(200)
  const rows = await server.db.query('select state, in_doubt as doubt from update_messages order by id')
  expect(rows).toEqual([
    { state: 'sent', doubt: false },
    { state: 'open', doubt: true },
  ])
})

test.for([
  ['the header', { header: '5', body: '6' }, '5'],
  ['the body', { header: '5', body: '6' }, '6'],
] as const)('the timestamp that was signed may stand in %s', async ([, { header, body }, signed]) => {
  const { createHash } = await import('node:crypto')
  const text = JSON.stringify({ event_name: 'follow', timestamp: body })
  const signature = createHash('sha256')
    .update(appId + text + signed + oaSecret)
    .digest('hex')
  for (const prefix of ['mac=', 'sha256=', '']) {
    const headers = { 'x-zevent-signature': prefix + signature, 'x-zevent-timestamp': header }
    expect((await raw('oa', text, headers)).status).toBe(200)
  }
})

test('a server without these secrets has no such addresses', async () => {
  const own = await startTestServer({ db: server.db, zalo: { appId, apiKey: undefined, oa: undefined } })
  for (const path of ['mini-app', 'oa']) {
    const url = `/api/zalo/webhook/${path}`
    const answer = await own.app.inject({ method: 'POST', url, payload: {} })
    expect(answer.statusCode).toBe(404)
  }
  await own.close()
})
