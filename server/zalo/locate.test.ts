import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createLocate } from './locate.ts'
import { startStandIn, type StandIn } from './stand-in/start-stand-in.ts'

let zalo: StandIn
beforeAll(async () => void (zalo = await startStandIn({ appId: '77', appSecret: 'our-secret' })))
beforeEach(() => void (zalo.state.trouble = 'none'))
afterAll(() => zalo.close())

const locate = (accessToken: string, token: string, appSecret = 'our-secret') =>
  createLocate({ graphUrl: zalo.url, appId: '77', appSecret })(accessToken, token)

const refused = { ok: false, reason: 'refused' }
const unavailable = { ok: false, reason: 'unavailable' }

test.for([
  ['an expired access token', 'expired-1', 'location-11.15,106.6'],
  ['a token that is no location', 'user-1', 'phone-0901234567'],
  ['a place outside Viet Nam', 'user-1', 'location-48.85,2.35'],
] as const)('%s is refused', async ([, accessToken, token]) => {
  expect(await locate(accessToken, token)).toEqual(refused)
})

test('a wrong secret of ours is refused', async () => {
  expect(await locate('user-1', 'location-11.15,106.6', 'another')).toEqual(refused)
})

test.for([
  ['an outage', 'outage-1'],
  ['an answer that is not JSON', 'broken-1'],
] as const)('%s is not a refusal', async ([, accessToken]) => {
  expect(await locate(accessToken, 'location-11.15,106.6')).toEqual(unavailable)
})

test('a place comes back to about a hundred metres, and once', async () => {
  const token = 'location-11.149417,106.597532'
  expect(await locate('user-1', token)).toEqual({ ok: true, point: { lat: 11.149, lon: 106.598 } })
  expect(await locate('user-1', token)).toEqual(refused)
})

test('an answer longer than any honest one is not read to its end', async () => {
  const data = { latitude: '11.15', longitude: '106.6' }
  const answering = (pad: string) =>
    createLocate({
      graphUrl: zalo.url,
      appId: '77',
      appSecret: 'our-secret',
      fetch: async () => new Response(JSON.stringify({ data, pad })),
    })('user-1', 'x')
  expect(await answering('')).toMatchObject({ ok: true })
  expect(await answering('x'.repeat(70_000))).toEqual(unavailable)
})
