import { once } from 'node:events'
import { connect, type AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer } from '../testing/start-test-server.ts'

let server: Awaited<ReturnType<typeof startTestServer>>
let origin: string
beforeAll(async () => {
  server = await startTestServer()
  await server.app.listen({ host: '127.0.0.1', port: 0 })
  origin = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

const path = '/api/guides'

async function ask(headers: Record<string, string> = {}, method = 'GET') {
  const answer = await fetch(origin + path, { method, headers })
  const { date: _, ...named } = Object.fromEntries(answer.headers)
  return { status: answer.status, headers: named, text: await answer.text() }
}

test.for([
  ['a phone', { 'accept-encoding': 'gzip' }],
  ['one that takes no gzip', { 'accept-encoding': 'identity' }],
  ['the Mini App', { origin: 'https://h5.zdn.vn' }],
  ['a stranger page', { origin: 'https://elsewhere.example' }],
] as const)('%s gets a kept page as it came from its route', async ([, headers]) => {
  const kept = (await ask(headers), await ask(headers))
  const routed = await server.app.inject({ url: path, headers: { 'accept-encoding': 'gzip', ...headers } })
  expect(kept.status).toBe(200)
  expect(JSON.parse(kept.text)).toEqual(JSON.parse((await server.app.inject({ url: path })).body))
  for (const name of ['etag', 'vary', 'content-security-policy', 'access-control-allow-origin'])
    expect(kept.headers[name]).toBe(routed.headers[name])
})

test('what the phone has already is not sent again', async () => {
  const { headers } = await ask()
  const again = await ask({ 'if-none-match': `W/${headers.etag}` })
  expect(again).toMatchObject({ status: 304, text: '' })
  expect(again.headers['content-type']).toBeUndefined()
})

test('another method is for the routes to answer', async () => {
  await ask()
  expect((await ask({}, 'POST')).status).toBe(404)
})

test('a server that closes ends connections that only read kept pages', async () => {
  const other = await startTestServer()
  await other.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = other.app.server.address() as AddressInfo
  const socket = connect(port, '127.0.0.1')
  const read = async () => {
    socket.write(`GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`)
    await once(socket, 'data')
  }
  await read()
  await read()
  const ended = once(socket, 'close')
  await Promise.all([other.close(), ended])
  expect(socket.destroyed).toBe(true)
})
