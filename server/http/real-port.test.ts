import { connect, type AddressInfo } from 'node:net'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ErrorBody } from '#contract/error.ts'
import { startTestServer } from '../testing/start-test-server.ts'

let server: Awaited<ReturnType<typeof startTestServer>>
let port: number
beforeAll(async () => {
  server = await startTestServer()
  await server.app.listen({ host: '127.0.0.1', port: 0 })
  port = (server.app.server.address() as AddressInfo).port
})
afterAll(() => server.close())

/** Sends bytes as they are and answers everything that came back. */
function exchange(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    socket.on('data', (part: Buffer) => (answer += part.toString()))
    socket.on('close', () => resolve(answer))
    socket.on('error', (error) => (answer ? resolve(answer) : reject(error)))
  })
}

test.for([
  ['no HTTP at all', 'xin chào\r\n\r\n', 422, 'invalid'],
  [
    'a header line without end',
    `GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`,
    413,
    'too-large',
  ],
  ['an endless address', `GET /api/${'a'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, 413, 'too-large'],
  [
    'two lengths',
    'POST /api/tips HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
    422,
    'invalid',
  ],
  [
    'a length and chunks',
    'POST /api/tips HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    422,
    'invalid',
  ],
] as const)('%s is refused in the declared form', async ([, bytes, status, code]) => {
  const answer = await exchange(bytes)
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  const body: unknown = JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4))
  expect(v.parse(ErrorBody, body).error.code).toBe(code)
})

test('after all that the server still answers', async () => {
  const answer = await fetch(`http://127.0.0.1:${port}/api/health`)
  expect(await answer.json()).toEqual({ status: 'ok' })
})
