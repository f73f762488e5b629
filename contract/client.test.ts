import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as v from 'valibot'
import { afterEach, expect, test } from 'vitest'
import { createClient, type ClientOptions } from './client.ts'
import { endpoint } from './endpoint.ts'
import { errorStatus } from './error.ts'

const Thing = v.object({ name: v.string() })
const errors = ['invalid', 'rate-limited', 'unavailable'] as const
const things = {
  find: endpoint({
    method: 'GET',
    path: '/things/:name',
    summary: 'One thing',
    params: v.object({ name: v.string() }),
    query: v.object({ on: v.optional(v.string()), q: v.optional(v.string()) }),
    response: Thing,
    errors,
    session: 'optional',
  }),
  add: endpoint({ method: 'POST', path: '/things', summary: '', body: Thing, response: Thing, errors }),
  keep: endpoint({
    method: 'POST',
    path: '/kept',
    summary: '',
    body: Thing,
    response: Thing,
    errors,
    repeatable: true,
  }),
}

interface Received {
  method: string
  url: string
  headers: IncomingMessage['headers']
  body: string
}
type Answer = (response: ServerResponse) => void

let close = (): void => undefined
afterEach(() => close())

/** A server that gives the answers in turn, the last one for ever, and remembers what it was asked. */
async function startServer(...answers: Answer[]) {
  const received: Received[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (part: string) => (body += part))
    request.on('end', () => {
      received.push({ method: request.method!, url: request.url!, headers: request.headers, body })
      answers[Math.min(received.length, answers.length) - 1]!(response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  close = () => {
    server.close()
    server.closeAllConnections()
  }
  const { port } = server.address() as AddressInfo
  const client = (options: Partial<ClientOptions> = {}) =>
    createClient({ things }, { origin: `http://127.0.0.1:${port}`, retryAfter: [5, 5], ...options }).things
  return { received, client, stop: close }
}

const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
const plain =
  (status: number, body: string, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(status, headers).end(body)
const refusal = (code: string) => ({ error: { code, message: 'No.', requestId: 'r1' } })
const fine = json(200, { name: 'A' })
const silent: Answer = () => undefined
const hangUp: Answer = (response) => response.destroy()
const hangUpHalfWay: Answer = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' })
  response.write('{"name":', () => response.destroy())
}
const stopHalfWay: Answer = (response) => {
  response.writeHead(200, { 'content-length': '100' })
  response.write('{"name":')
}

test.for([
  ['no answer in time', silent],
  ['a lost connection', hangUp],
  ['a connection lost half-way through the answer', hangUpHalfWay],
  ['an answer that stops half-way', stopHalfWay],
] as const)('%s is reported as offline', async ([, answer]) => {
  const { client } = await startServer(answer)
  const result = await client({ timeout: 150, retryAfter: [] }).find({ params: { name: 'a' } })
  expect(result).toEqual({ ok: false, error: { code: 'offline' } })
})

test('nobody listening is reported as offline', async () => {
  const { client, stop } = await startServer(fine)
  stop()
  expect(await client().find({ params: { name: 'a' } })).toEqual({ ok: false, error: { code: 'offline' } })
})

test.for([
  ['a page of HTML', plain(200, '<!doctype html><title>Wi-Fi</title>')],
  ['nothing at all', plain(200, '')],
  ['bytes that are no text', (response: ServerResponse) => response.end(Buffer.from([0xff, 0xfe, 0x00]))],
  ['half a JSON', plain(200, '{"name":')],
  ['JSON of another form', json(200, { title: 'A' })],
  ['a list', json(200, [])],
  ['null', json(200, null)],
  ['a 204', plain(204, '')],
  ['an HTML error page', plain(500, '<h1>Internal Server Error</h1>')],
  ['a redirect to nowhere', plain(300, '')],
  ['an error of another form', json(500, { error: 'no' })],
  ['an unknown error code', json(418, refusal('teapot'))],
] as const)('%s instead of the promised answer is unexpected, and nothing is thrown', async ([, answer]) => {
  const { client, received } = await startServer(answer)
  const result = await client().find({ params: { name: 'a' } })
  expect(result).toMatchObject({ ok: false, error: { code: 'unexpected' } })
  expect(received).toHaveLength(1)
})

test.for(Object.entries(errorStatus))('the refusal %s is reported by its code', async ([code, status]) => {
  const body = { error: { ...refusal(code).error, fields: { name: 'required' } } }
  const { client } = await startServer(json(status, body))
  expect(await client({ retryAfter: [] }).find({ params: { name: 'a' } })).toEqual({
    ok: false,
    error: { code, requestId: 'r1', fields: { name: 'required' } },
  })
})

test.for([
  [404, 'not-found'],
  [413, 'too-large'],
  [429, 'rate-limited'],
  [502, 'unavailable'],
  [503, 'unavailable'],
  [504, 'unavailable'],
  [400, 'unexpected'],
] as const)("a proxy's bare %i becomes %s", async ([status, code]) => {
  const { client } = await startServer(plain(status, '<h1>nginx</h1>'))
  const result = await client({ retryAfter: [] }).find({ params: { name: 'a' } })
  expect(result).toEqual({ ok: false, error: { code } })
})

test('a 429 says how long to wait and is not tried again', async () => {
  const { client, received } = await startServer(
    json(429, refusal('rate-limited'), { 'retry-after': '900' }),
    fine,
  )
  expect(await client().keep({ body: { name: 'a' } })).toEqual({
    ok: false,
    error: { code: 'rate-limited', requestId: 'r1', retryAfter: 900 },
  })
  expect(received).toHaveLength(1)
})

test('an outage that asks for a long wait is reported at once', async () => {
  const busy = json(503, refusal('unavailable'), { 'retry-after': '60' })
  const { client, received } = await startServer(busy, fine)
  const result = await client().find({ params: { name: 'a' } })
  expect(result).toMatchObject({ error: { code: 'unavailable', retryAfter: 60 } })
  expect(received).toHaveLength(1)
})

test.for([
  ['soon', 'Wed, 21 Oct 2026 07:28:00 GMT'],
  ['a negative number', '-5'],
  ['nothing', ''],
] as const)('a Retry-After that is no number of seconds (%s) is left out', async ([, header]) => {
  const { client } = await startServer(json(429, refusal('rate-limited'), { 'retry-after': header }))
  const result = await client().find({ params: { name: 'a' } })
  expect(result).toEqual({ ok: false, error: { code: 'rate-limited', requestId: 'r1' } })
})

test.for([
  ['an outage', json(503, refusal('unavailable'))],
  ['a lost connection', hangUp],
  ["a proxy's 502", plain(502, '')],
] as const)('after %s a read and a repeatable write are sent again, unchanged', async ([, answer]) => {
  for (const name of ['find', 'keep'] as const) {
    const { client, received, stop } = await startServer(answer, answer, fine)
    const call = {
      find: () => client().find({ params: { name: 'a' } }),
      keep: () => client().keep({ body: { name: 'a' } }),
    }
    expect(await call[name]()).toEqual({ ok: true, data: { name: 'A' } })
    expect(received).toHaveLength(3)
    expect(new Set(received.map(({ method, url, body }) => `${method} ${url} ${body}`)).size).toBe(1)
    stop()
  }
})

test('after two more tries the outage is reported', async () => {
  const { client, received } = await startServer(json(503, refusal('unavailable')))
  expect(await client().find({ params: { name: 'a' } })).toMatchObject({ error: { code: 'unavailable' } })
  expect(received).toHaveLength(3)
})

test.for([json(503, refusal('unavailable')), hangUp])(
  'a write that may not be repeated is sent once',
  async (answer) => {
    const { client, received } = await startServer(answer, fine)
    expect(await client().add({ body: { name: 'a' } })).toMatchObject({ ok: false })
    expect(received).toHaveLength(1)
  },
)

test('parameters and queries are encoded, absent ones left out', async () => {
  const { client, received } = await startServer(fine)
  await client().find({
    params: { name: 'a/b?c#d %é' },
    query: { q: 'cấp lại & đổi=1', on: undefined },
  })
  await client().find({ params: { name: '..' } })
  expect(received.map(({ url }) => url)).toEqual([
    '/api/things/a%2Fb%3Fc%23d%20%25%C3%A9?q=c%E1%BA%A5p+l%E1%BA%A1i+%26+%C4%91%E1%BB%95i%3D1',
    '/api/',
  ])
})

test('the body goes as JSON, and a token only where the endpoint takes one', async () => {
  const { client, received } = await startServer(fine)
  const signedIn = client({ token: () => 't1' })
  await signedIn.add({ body: { name: 'Bến Cát' } })
  await signedIn.find({ params: { name: 'a' } })
  await client({ token: () => undefined }).find({ params: { name: 'a' } })
  expect(received.map(({ body, headers }) => [body, headers['content-type'], headers.authorization])).toEqual(
    [
      ['{"name":"Bến Cát"}', 'application/json', undefined],
      ['', undefined, 'Bearer t1'],
      ['', undefined, undefined],
    ],
  )
})

test('what the contract does not know is dropped from an answer', async () => {
  const { client } = await startServer(json(200, { name: 'A', secret: 1 }))
  expect(await client().find({ params: { name: 'a' } })).toEqual({ ok: true, data: { name: 'A' } })
})
