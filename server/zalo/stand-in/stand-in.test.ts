import { execFile } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startStandIn, type StandIn } from './start-stand-in.ts'

let zalo: StandIn

beforeEach(
  async () => void (zalo = await startStandIn({ appId: '77', appSecret: 's', apiKey: 'k', oaSecret: 'o' })),
)
afterEach(() => zalo.close())

async function call(path: string, init: RequestInit = {}) {
  const response = await fetch(zalo.url + path, { signal: AbortSignal.timeout(3_000), ...init })
  return { status: response.status, ...((await response.json()) as Record<string, unknown>) }
}

const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  call(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

const form = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  call(path, { method: 'POST', headers, body: new URLSearchParams(fields) })

const info = (code: string, token = 'user-1', secret = 's') =>
  call('/v2.0/me/info', { headers: { access_token: token, code, secret_key: secret } })

test('a phone or location code is decoded once', async () => {
  expect(await info('phone-0912345678')).toMatchObject({ error: 0, data: { number: '84912345678' } })
  expect(await info('phone-0912345678')).toMatchObject({ status: 200, error: 115 })
  expect(await info('location-10.98,106.65')).toMatchObject({ data: { latitude: '10.98' } })
})

test('a wrong code, token or secret is an error inside a 200', async () => {
  for (const answer of [
    await info('x'),
    await info('phone-09', 'expired-1'),
    await info('phone-09', 'user-1', 'no'),
  ]) {
    expect(answer.status).toBe(200)
    expect(answer).toMatchObject({ error: expect.not.toSatisfy((n: number) => n === 0) })
  }
})

const refresh = (refresh_token: string) =>
  form(
    '/v4/oa/access_token',
    { app_id: '77', grant_type: 'refresh_token', refresh_token },
    { secret_key: 's' },
  )

test('a refresh token of the Official Account works once', async () => {
  const first = await refresh('oa-refresh-0')
  expect(first).toMatchObject({ access_token: 'oa-access-1', refresh_token: 'oa-refresh-1' })
  expect(await refresh('oa-refresh-0')).toMatchObject({ error: -14014 })
  expect(await refresh('oa-refresh-1')).toMatchObject({ access_token: 'oa-access-2' })
})

const template = (path: string, to: object, tracking_id = '1', token = 'oa-access-0') =>
  post(path, { ...to, template_id: '5', template_data: {}, tracking_id }, { access_token: token })

test('a template message goes out by user id and by phone, until the quota is used', async () => {
  await post('/_control', { quota: 2 })
  const byUser = await template('/v3.0/oa/message/template', { user_id: '1' })
  expect(byUser).toMatchObject({ error: 0, data: { msg_id: 'msg-1', quota: { remainingQuota: '1' } } })
  expect(await template('/message/template', { phone: '84912345678' })).toMatchObject({ error: 0 })
  expect(await template('/message/template', { phone: '84912345678' })).toMatchObject({ error: -147 })
})

test('expired tokens, missing accounts and outages are told apart', async () => {
  const phone = { phone: '84912345678' }
  expect(await template('/message/template', phone, '1', 'old')).toMatchObject({ error: -220 })
  expect(await template('/message/template', { phone: '84900000118' })).toMatchObject({ error: -118 })
  expect(await template('/message/template', phone, 'outage-1')).toMatchObject({ status: 503 })
  expect(zalo.state.sent).toEqual([])
})

test('after silence the message may have been sent', async () => {
  await expect(template('/message/template', { phone: '84912345678' }, 'silent-1')).rejects.toThrow(
    'aborted due to timeout',
  )
  expect(await call('/_control')).toMatchObject({ sent: [{ trackingId: 'silent-1' }] })
})

test.for([
  ['outage', { status: 503 }, 0],
  ['outage-after', { status: 502 }, 1],
  ['busy', { status: 429 }, 0],
  ['made-up', { error: 0 }, 1],
] as const)('the fault %s lies in wait for the next message', async ([fault, answer, sent]) => {
  await post('/_control', { faults: { send: [fault], nowhere: ['outage'] } })
  expect(await template('/message/template', { phone: '84912345678' })).toMatchObject(answer)
  expect(zalo.state.sent).toHaveLength(sent)
  expect(await template('/message/template', { phone: '84912345679' })).toMatchObject({ error: 0 })
})

test('a connection may break after the work is done', async () => {
  await post('/_control', { faults: { send: ['reset-after'] } })
  await expect(template('/message/template', { phone: '84912345678' })).rejects.toThrow('fetch failed')
  expect(zalo.state.sent).toHaveLength(1)
})

const fateOf = (tracking: string) =>
  call(`/message/status?tracking_id=${tracking}`, { headers: { access_token: zalo.state.oa.accessToken } })

test('what became of a message is told by its tracking id, unless Zalo is played that does not', async () => {
  await template('/message/template', { phone: '84912345678' }, 't-1')
  expect(await fateOf('t-1')).toMatchObject({ error: 0, data: { status: 1 } })
  expect(await fateOf('t-2')).toMatchObject({ error: 0, data: { status: -1 } })
  await post('/_control', { tellsStatus: false })
  expect(await fateOf('t-1')).toMatchObject({ error: -107 })
})

test.for([
  [{ templateApproved: false }, -131],
  [{ night: true }, -133],
  [{ refusing: ['84912345678'] }, -114],
  [{ expireAccess: true }, -220],
] as const)('told %j it refuses with %i and sends nothing', async ([trouble, error]) => {
  await post('/_control', trouble)
  expect(await template('/message/template', { phone: '84912345678' })).toMatchObject({ error })
  expect(zalo.state.sent).toEqual([])
})

test('a refresh token can be revoked from outside', async () => {
  await post('/_control', { revokeRefresh: true })
  expect(await refresh('oa-refresh-0')).toMatchObject({ error: -14014 })
})

test('a notification needs the key, the quota and the permission of the person', async () => {
  const send = (user: string, key = 'k') => {
    const headers = { 'x-api-key': `Bearer ${key}`, 'x-user-id': user, 'x-miniapp-id': '9' }
    return post('/notification/template', { templateId: '1', templateData: {} }, headers)
  }
  await post('/_control', { refusing: ['2'], quota: 1 })
  expect(await send('1', 'wrong')).toMatchObject({ err: -102 })
  expect(await send('2')).toMatchObject({ err: -111 })
  expect(await send('1')).toMatchObject({ err: 0 })
  expect(await send('1')).toMatchObject({ err: -109 })
})

test('what the SDK asks from the page is answered', async () => {
  const token = await form('/openapi/access_token', { code: 'code-5', app_id: '1' })
  expect(token).toMatchObject({ access_token: 'user-5' })
  expect(await form('/openapi/create-sharelink', { accessToken: 'user-5', url: 'u' })).toMatchObject({
    err: 0,
  })
  expect(await form('/openapi/check-interact-oa', { oaId: '11' })).toMatchObject({ err: 0 })
  expect(await form('/openapi/check-interact-oa', { oaId: '10' })).toMatchObject({ err: -201 })
  expect(await call('/apis/users/auth-settings')).toMatchObject({ err: -1401 })
})

test('the whole platform can go down and come back', async () => {
  await post('/_control', { trouble: 'outage' })
  expect(await info('phone-09')).toMatchObject({ status: 503 })
  await post('/_control', { trouble: 'silence' })
  await expect(info('phone-09')).rejects.toThrow('aborted due to timeout')
  await post('/_control', { trouble: 'none' })
  expect(await info('phone-09')).toMatchObject({ error: 0 })
})

test('both webhooks are sent, signed right or wrong', async () => {
  const seen: string[] = []
  const receiver = createServer((req, res) => {
    seen.push(String(req.headers['x-zevent-signature']))
    req.resume().on('end', () => res.end('thanks'))
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => receiver.once('listening', resolve))
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`
  const event = { event: 'user.revoke.consent', userId: '5', timestamp: 1 }
  expect(await post('/_control/webhook', { url, kind: 'mini-app', event })).toMatchObject({ body: 'thanks' })
  await post('/_control/webhook', { url, kind: 'mini-app', event, signature: 'wrong' })
  await post('/_control/webhook', { url, kind: 'oa', event: { event_name: 'follow', timestamp: '1' } })
  receiver.close()
  // printf '77user.revoke.consent15k' | sha256sum : the values by key (appId, event, timestamp, userId), then the key
  expect(seen[0]).toBe('79e59124d54a9add1111341131be4ab82dd0d7fb348de10dbd40da468fcb32d6')
  expect(seen[1]).not.toBe(seen[0])
  expect(seen[1]).toHaveLength(64)
  // printf '77{"app_id":"77","timestamp":"1","event_name":"follow"}1o' | sha256sum
  expect(seen[2]).toBe('mac=700e04552c4eda39d8ba376fa64f0f0969c274dd6f2c5a2d59d0c8c00b6f5429')
})

test('it refuses to start in production, with a sentence', async () => {
  const env = { ...process.env, NODE_ENV: 'production' }
  const args = ['--import', 'tsx', 'server/zalo/stand-in/main.ts']
  const { code, stderr } = await new Promise<{ code: unknown; stderr: string }>((resolve) => {
    execFile(process.execPath, args, { env }, (error, _out, stderr) =>
      resolve({ code: error?.code ?? 0, stderr }),
    )
  })
  expect(code).toBe(1)
  expect(stderr).toContain('refuses to start with NODE_ENV=production')
})
