import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { desk } from '#contract/desk.ts'
import type { DeskEndpoint } from '#contract/desk-endpoint.ts'
import { Role } from '#contract/roles.ts'
import { serve } from '../http/serve.ts'
import { auditOf, signIn } from '../testing/officers.ts'
import { startTestServer } from '../testing/start-test-server.ts'

let server: Awaited<ReturnType<typeof startTestServer>>
let cookies: Record<Role, string>
beforeAll(async () => {
  server = await startTestServer()
  const signedIn = await Promise.all(
    Role.options.map(async (role) => [role, (await signIn(server, [role])).cookie] as const),
  )
  cookies = Object.fromEntries(signedIn) as Record<Role, string>
})
afterAll(() => server.close())

const endpoints = Object.values(desk).flatMap((area) =>
  Object.values(area as Record<string, DeskEndpoint>).map((e) => [`${e.method} ${e.path}`, e] as const),
)
const guarded = endpoints.filter(([, e]) => e.desk.roles !== 'anyone')
const own = { origin: 'http://localhost', host: 'localhost', 'desk-request': '1' }

/** With a body that is no JSON: whoever is refused is refused before it is read. */
async function ask(endpoint: DeskEndpoint, headers: Record<string, string>) {
  const answer = await server.app.inject({
    method: endpoint.method,
    url: `/api${endpoint.path.replace(/:\w+/g, '1')}`,
    headers: { 'content-type': 'application/json', ...headers },
    ...(endpoint.method === 'POST' && { payload: '{' }),
  })
  return answer.statusCode
}

const others = (endpoint: DeskEndpoint) =>
  Role.options.filter((role) => Array.isArray(endpoint.desk.roles) && !endpoint.desk.roles.includes(role))

test('only signing in is open to anyone', () => {
  const open = endpoints.filter(([, e]) => e.desk.roles === 'anyone')
  expect(open.map(([name]) => name)).toEqual(['POST /desk/session'])
})

test('only the session itself may be read without an audit entry', () => {
  const silent = endpoints.filter(([, e]) => e.desk.audit === 'none')
  expect(silent.map(([name]) => name)).toEqual(['GET /desk/session'])
})

test('an endpoint for roles names some, and none of them twice', () => {
  for (const [, { desk }] of guarded) {
    if (typeof desk.roles === 'string') continue
    expect(desk.roles.length).toBeGreaterThan(0)
    expect(new Set(desk.roles).size).toBe(desk.roles.length)
  }
})

test('every declared endpoint is served', () => {
  const missing = endpoints.filter(
    ([, { method, path: p }]) => !server.app.hasRoute({ method, url: `/api${p}` }),
  )
  expect(missing.map(([name]) => name)).toEqual([])
})

test('an endpoint for officers cannot be bound without its guard', () => {
  const bare = { method: 'GET', path: '/desk/bare', summary: '', response: v.object({}), errors: [] } as const
  expect(() => serve(server.app, bare, () => ({}))).toThrow('serveDesk')
  expect(() => serve(server.app, endpoints[0]![1], () => ({}))).toThrow('serveDesk')
})

describe.each(guarded)('%s', (_, endpoint) => {
  test('refuses nobody, and who makes a session up', async () => {
    expect(await ask(endpoint, own)).toBe(401)
    expect(await ask(endpoint, { ...own, cookie: `desk=${'A'.repeat(43)}` })).toBe(401)
    expect(await ask(endpoint, { ...own, authorization: `Bearer ${cookies.admin.slice(5)}` })).toBe(401)
  })

  test('refuses every role that is not named', async () => {
    for (const role of others(endpoint)) {
      expect([role, await ask(endpoint, { ...own, cookie: cookies[role] })]).toEqual([role, 403])
    }
  })

  test('refuses an officer whose browser was sent by another page', async () => {
    for (const role of Role.options) {
      const cookie = cookies[role]
      const foreign: Record<string, string>[] = [
        { ...own, cookie, origin: 'https://h5.zdn.vn' },
        { ...own, cookie, origin: 'null' },
        { ...own, cookie, 'sec-fetch-site': 'cross-site' },
        { ...own, cookie, 'sec-fetch-site': 'same-site' },
        ...(endpoint.method === 'POST'
          ? [
              { host: 'localhost', 'desk-request': '1', cookie },
              { host: 'localhost', origin: own.origin, cookie },
            ]
          : []),
      ]
      for (const headers of foreign) expect(await ask(endpoint, headers)).toBe(403)
    }
  })

  test('lets every named role through to its form', async () => {
    const { roles } = endpoint.desk
    for (const role of Array.isArray(roles) ? (roles as Role[]) : Role.options) {
      const status = await ask(endpoint, { ...own, cookie: cookies[role] })
      expect([401, 403]).not.toContain(status)
      expect(status).not.toBe(500)
    }
  })

  test('gives no permission to a page of the Mini App', async () => {
    for (const origin of ['https://h5.zdn.vn', 'zbrowser://h5.zdn.vn']) {
      const url = `/api${endpoint.path.replace(/:\w+/g, '1')}`
      for (const address of [url, url.replace('/desk', '/%64esk')]) {
        const asked = await server.app.inject({
          method: 'OPTIONS',
          url: address,
          headers: { origin, 'access-control-request-method': endpoint.method },
        })
        const sent = await server.app.inject({ method: endpoint.method, url: address, headers: { origin } })
        expect(String(asked.headers['access-control-allow-headers'])).not.toContain('desk-request')
        expect(sent.headers['access-control-allow-origin']).toBeUndefined()
        expect(sent.statusCode).toBe(403)
      }
    }
  })
})

test('whom the guard refused left no trace as if they had seen something', async () => {
  const seen = await auditOf(server.db)
  expect(seen.every(({ action }) => endpoints.some(([, { desk }]) => desk.audit === action))).toBe(true)
})
