import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createGraphClient } from './graph-client.ts'
import { startStandIn, type StandIn } from './stand-in/start-stand-in.ts'

let zalo: StandIn

beforeAll(async () => void (zalo = await startStandIn({ appId: '77', appSecret: 'our-secret' })))
beforeEach(() => void (zalo.state.trouble = 'none'))
afterAll(() => zalo.close())

function client(changes: { appSecret?: string; graphUrl?: string; fetch?: typeof fetch } = {}) {
  return createGraphClient({ graphUrl: zalo.url, appId: '77', appSecret: 'our-secret', ...changes })
}

const refused = { ok: false, reason: 'refused' }
const unavailable = { ok: false, reason: 'unavailable' }

test.for([
  ['a foreign token', 'foreign-1'],
  ['an expired token', 'expired-1'],
  ['an unknown token', 'whatever'],
  ['an answer without an id', 'noid-1'],
  ['no token at all', ''],
  ['a token that breaks out of its header', 'user-1\r\nx-admin: 1'],
  ['a token that is not text for a header', 'user-1ờ'],
  ['a token of enormous length', 'user-' + '1'.repeat(5_000)],
] as const)('%s is refused', async ([, token]) => {
  expect(await client().whoIs(token)).toEqual(refused)
})

test('a valid token with the wrong proof is refused: it belongs to another app', async () => {
  expect(await client({ appSecret: 'another-secret' }).whoIs('user-1')).toEqual(refused)
})

test('a valid token tells the person of this app, digits intact beyond 2^53', async () => {
  const who = await client({ graphUrl: `${zalo.url}/` }).whoIs('user-9007199254740993123')
  expect(who).toEqual({ ok: true, zaloUserId: '9007199254740993123' })
})

test.for([
  ['an outage', 'outage-1'],
  ['an answer that is not JSON', 'broken-1'],
  ['an answer without end', 'huge-1'],
] as const)('%s is not a refusal', async ([, token]) => {
  expect(await client().whoIs(token)).toEqual(unavailable)
})

test('an outage of the whole platform is unavailable', async () => {
  zalo.state.trouble = 'outage'
  expect(await client().whoIs('user-1')).toEqual(unavailable)
})

test('nobody listening is unavailable', async () => {
  expect(await client({ graphUrl: 'http://127.0.0.1:1' }).whoIs('user-1')).toEqual(unavailable)
})

test('silence is unavailable after five seconds', { timeout: 15_000 }, async () => {
  const started = Date.now()
  expect(await client().whoIs('silent-1')).toEqual(unavailable)
  expect(Date.now() - started).toBeGreaterThan(4_800)
})

test('a redirect is not followed: it would carry the token away', async () => {
  const seen: string[] = []
  const server = createServer((req, res) => {
    seen.push(req.url ?? '')
    res.writeHead(302, { location: '/elsewhere' }).end()
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const graphUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  expect(await client({ graphUrl }).whoIs('user-1')).toEqual(unavailable)
  expect(seen).toEqual(['/v2.0/me?fields=id'])
  server.close()
})

test.for([
  ['an error worded as text', '{"error":"-216","id":"1"}', refused],
  ['an id that is a number', '{"error":0,"id":12345678901234567890}', refused],
  ['an id that is markup', '{"error":0,"id":"<b>"}', refused],
  ['null', 'null', unavailable],
] as const)('%s is never an identity', async ([, text, expected]) => {
  const fetch = async () => new Response(text)
  expect(await client({ fetch }).whoIs('user-1')).toEqual(expected)
})
