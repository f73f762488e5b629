import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer } from '../testing/start-test-server.ts'

let server: Awaited<ReturnType<typeof startTestServer>>
beforeAll(async () => {
  server = await startTestServer({ previewOrigin: 'https://preview.example.vn' })
})
afterAll(() => server.close())

const preflight = (headers: Record<string, string>) =>
  server.app.inject({ method: 'OPTIONS', url: '/api/tips', headers })

test.for([
  'https://evil.example',
  'http://h5.zdn.vn',
  'https://h5.zdn.vn.evil.example',
  'https://sub.h5.zdn.vn',
  'https://h5.zdn.vn:8443',
  'https://H5.zdn.vn',
  'https://h5xzdn.vn',
  'zbrowser://h5.zdn.vn.evil',
  'null',
  '*',
])('a page of %s gets no permission', async (origin) => {
  const read = await server.app.inject({ url: '/api/unit', headers: { origin } })
  expect(read.headers['access-control-allow-origin']).toBeUndefined()
  const asked = await preflight({ origin, 'access-control-request-method': 'POST' })
  expect(asked.headers['access-control-allow-origin']).toBeUndefined()
})

test.for(['https://h5.zdn.vn', 'zbrowser://h5.zdn.vn', 'https://preview.example.vn'])(
  'a page of %s may read, and gets exactly its own name back',
  async (origin) => {
    for (const url of [
      '/api/unit',
      '/api/guides/cap-doi-can-cuoc',
      '/api/news',
      '/api/health',
      '/api/khong-co',
    ]) {
      const answer = await server.app.inject({ url, headers: { origin } })
      expect([url, answer.headers['access-control-allow-origin']]).toEqual([url, origin])
      expect(String(answer.headers.vary)).toMatch(/\bOrigin\b/)
      expect(answer.headers['access-control-allow-credentials']).toBeUndefined()
      expect(answer.headers['access-control-expose-headers']).toBe('Retry-After, ETag')
    }
  },
)

test('refusals can be read by the Mini App too', async () => {
  const origin = 'https://h5.zdn.vn'
  const requests = [
    {
      method: 'POST',
      url: '/api/tips',
      payload: '{',
      headers: { origin, 'content-type': 'application/json' },
    },
    { method: 'POST', url: '/api/tips', payload: {}, headers: { origin } },
    { method: 'GET', url: '/api/guides/a%00b', headers: { origin } },
    { method: 'GET', url: `/api/guides/${'a'.repeat(500)}`, headers: { origin } },
  ] as const
  for (const request of requests) {
    const answer = await server.app.inject(request)
    expect([answer.statusCode, answer.headers['access-control-allow-origin']]).toEqual([422, origin])
  }
})

test('the preflight of a tip is allowed for ten minutes', async () => {
  const answer = await preflight({
    origin: 'zbrowser://h5.zdn.vn',
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'content-type,authorization',
  })
  expect(answer.statusCode).toBe(204)
  expect(answer.headers).toMatchObject({
    'access-control-allow-origin': 'zbrowser://h5.zdn.vn',
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': 'Authorization, Content-Type',
    'access-control-max-age': '600',
  })
})

test('half a preflight is answered without permission and without another form', async () => {
  const answer = await preflight({})
  expect([answer.statusCode, answer.body]).toEqual([204, ''])
  expect(answer.headers['access-control-allow-origin']).toBeUndefined()
})

test.for(['/api/unit', '/api/khong-co', '/api/health', '/files/pictures/a.jpg'])(
  '%s carries the headers that protect a reader',
  async (url) => {
    const { headers } = await server.app.inject(url)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': expect.stringContaining('max-age=') as string,
    })
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("object-src 'none'")
    expect(policy).not.toContain('unsafe-eval')
    expect(policy).not.toContain('upgrade-insecure-requests')
    expect(headers['x-powered-by']).toBeUndefined()
  },
)
