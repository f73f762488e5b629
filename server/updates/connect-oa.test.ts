import { afterAll, beforeAll, expect, test } from 'vitest'
import { createOaTokensClient } from '../zalo/oa-tokens-client.ts'
import { type StandIn, startStandIn } from '../zalo/stand-in/start-stand-in.ts'
import { startConsent } from './connect-oa.ts'
import { zaloConfig } from './telling.fixture.ts'

let zalo: StandIn
beforeAll(async () => void (zalo = await startStandIn()))
afterAll(() => zalo.close())

const redirectUri = 'https://portal.example.vn/'
function consent() {
  const config = zaloConfig(zalo.url)
  return startConsent(createOaTokensClient(config), { ...config, redirectUri })
}
const stateOf = (address: string) => new URL(address).searchParams.get('state')

test('the address asks for exactly this app and brings a challenge, not the secret behind it', () => {
  const given = new URL(consent().address)
  expect(given.pathname).toBe('/v4/oa/permission')
  expect(given.searchParams.get('app_id')).toBe('stand-in-app')
  expect(given.searchParams.get('code_challenge')).toMatch(/^[\w-]{43}$/)
})

test('an administrator’s consent becomes a refresh token', async () => {
  const { address, finish } = consent()
  expect(await finish(` ${redirectUri}?code=oa-code-1&state=${stateOf(address)}\n`)).toBe('oa-refresh-1')
})

test.for([
  ['no address', 'oa-code-1', /no code/],
  ['an address without a code', redirectUri, /no code/],
  ['the address of another try', `${redirectUri}?code=oa-code-1&state=x`, /another try/],
] as const)('%s is refused with what to do', async ([, landedAt, words]) => {
  await expect(consent().finish(landedAt)).rejects.toThrow(words)
})

test('a code that Zalo refuses is told with its number', async () => {
  const { address, finish } = consent()
  const landedAt = `${redirectUri}?code=made-up&state=${stateOf(address)}`
  await expect(finish(landedAt)).rejects.toThrow('Zalo refused the code (-14012)')
})
