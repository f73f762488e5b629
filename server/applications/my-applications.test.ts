import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { api } from '#contract/api.ts'
import { createClient } from '#contract/client.ts'
import { tools } from '#contract/tools.ts'
import { phoneHash } from '../keys/phone-hash.ts'
import { addApplication, step } from '../testing/builders.ts'
import { dumpDatabase } from '../testing/dump-database.ts'
import { startTestServer } from '../testing/start-test-server.ts'
import { startStandIn, type StandIn } from '../zalo/stand-in/start-stand-in.ts'
import { createGraphClient } from '../zalo/graph-client.ts'

let now = Date.now()
let zalo: StandIn
let server: Awaited<ReturnType<typeof startTestServer>>
beforeAll(async () => {
  zalo = await startStandIn({ appId: '77', appSecret: 'our-secret' })
  const graph = createGraphClient({ graphUrl: zalo.url, appId: '77', appSecret: 'our-secret' })
  server = await startTestServer({ graph, clock: () => new Date(now), demo: false })
})
afterEach(async () => {
  now = Date.now()
  zalo.state.usedCodes.clear()
  zalo.state.trouble = 'none'
  await server.empty()
})
afterAll(async () => {
  await server.close()
  await zalo.close()
})

const as = (token?: string) =>
  createClient({ ...api, ...tools }, { origin: '', fetch: server.fetch, retryAfter: [], token: () => token })

async function signIn(user: string): Promise<string> {
  const opened = await server.client.session.create({ body: { accessToken: user } })
  if (!opened.ok) throw new Error(`Not signed in: ${opened.error.code}`)
  return opened.data.token
}
const verify = (token: string | undefined, accessToken: string, phoneToken: string) =>
  as(token).verification.phone({ body: { accessToken, phoneToken } })

const mine = '0900000001'
const file = (code: string, phone: string, at = '2026-11-16T02:00:00.000Z') =>
  addApplication(server.db, server.keys, {
    code,
    phoneHash: phoneHash(server.keys.lookups, phone),
    steps: [step({ at })],
  })
const refused = (code: string) => ({ ok: false, error: { code } })

test('a stranger, and who has not verified a number, see no list', async () => {
  expect(await as().slip.mine()).toMatchObject(refused('unauthorised'))
  expect(await as('A'.repeat(43)).slip.mine()).toMatchObject(refused('unauthorised'))
  expect(await as(await signIn('user-7')).slip.mine()).toMatchObject(refused('forbidden'))
})

test('a number is verified only for a session', async () => {
  expect(await verify(undefined, 'user-7', `phone-${mine}`)).toMatchObject(refused('unauthorised'))
})

test.for([
  ['a token that Zalo never gave', 'user-7', 'phone', 'unauthorised'],
  ['the token of a place', 'user-7', 'location-11.1,106.6', 'unauthorised'],
  ["another person's access token", 'user-8', `phone-${mine}`, 'forbidden'],
  ['a number of another country', 'user-7', 'phone-14155550100', 'forbidden'],
  ['a platform that does not answer', 'outage-1', `phone-${mine}`, 'unavailable'],
] as const)('%s verifies nothing', async ([, accessToken, phoneToken, code]) => {
  const token = await signIn('user-7')
  expect(await verify(token, accessToken, phoneToken)).toMatchObject(refused(code))
  expect(await as(token).slip.mine()).toMatchObject(refused('forbidden'))
})

test('a token of a number works once', async () => {
  const token = await signIn('user-7')
  expect(await verify(token, 'user-7', `phone-${mine}`)).toEqual({ ok: true, data: { endsWith: '001' } })
  expect(await verify(token, 'user-7', `phone-${mine}`)).toMatchObject(refused('unauthorised'))
})

test('my applications are those filed with my number, the one changed last first', async () => {
  await file('HS-000001', mine)
  await file('HS-000002', mine, '2026-11-18T02:00:00.000Z')
  await file('HS-000003', '0900000002')
  await addApplication(server.db, server.keys, { code: 'HS-000004' })
  const token = await signIn('user-7')
  await verify(token, 'user-7', `phone-${mine}`)
  const list = await as(token).slip.mine()
  const codes = list.ok ? list.data.applications.map(({ maskedCode }) => maskedCode) : []
  expect(codes).toEqual(['*****0002', '*****0001'])
  // They may be kept on the phone like any that one has opened.
  const pass = list.ok ? (list.data.applications[0]?.pass ?? '') : ''
  expect(await as().slip.keep({ body: { pass } })).toMatchObject({ ok: true })
})

test('nothing is left once the session is over', async () => {
  await file('HS-000001', mine)
  const token = await signIn('user-7')
  await verify(token, 'user-7', `phone-${mine}`)
  now += 61 * 60_000
  expect(await as(token).slip.mine()).toMatchObject(refused('unauthorised'))
  // The next session begins without a number.
  expect(await as(await signIn('user-7')).slip.mine()).toMatchObject(refused('forbidden'))
})

test('an invented application is in no list where there is no demonstration', async () => {
  const hash = phoneHash(server.keys.lookups, mine)
  await addApplication(server.db, server.keys, { demo: true, phoneHash: hash })
  const token = await signIn('user-7')
  await verify(token, 'user-7', `phone-${mine}`)
  expect(await as(token).slip.mine()).toEqual({ ok: true, data: { applications: [] } })
})

test('the number is stored nowhere', async () => {
  await file('HS-000001', mine)
  await verify(await signIn('user-7'), 'user-7', `phone-${mine}`)
  const dump = (await dumpDatabase(server.db)).toString('latin1')
  expect(dump).not.toContain('900000001')
})
