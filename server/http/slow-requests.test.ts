import { once } from 'node:events'
import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import Fastify from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { limitSlowRequests } from './slow-requests.ts'

const app = Fastify()
beforeAll(async () => {
  limitSlowRequests(app, 1_500)
  app.post('/', () => 'done')
  app.post('/film', { config: { slow: true } }, () => 'done')
  await app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(() => app.close())

/** Sends a body in two halves with a pause between them, and answers what came back before the end. */
async function send(path: string, pauseMs: number): Promise<string> {
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1')
  let answer = ''
  socket.on('data', (bytes) => (answer += bytes.toString())).on('error', () => undefined)
  const head = `POST ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: text/plain\r\nContent-Length: 2`
  socket.write(`${head}\r\n\r\na`)
  const timer = setTimeout(() => socket.write('b'), pauseMs)
  await once(socket, 'close')
  clearTimeout(timer)
  return answer.split('\r\n')[0]!
}

test('a body that never comes to its end loses its connection', async () => {
  expect(await send('/', 20_000)).toBe('')
})

test('one that comes in time is answered, and a film may take longer', async () => {
  expect(await send('/', 10)).toContain('200')
  expect(await send('/film', 2_500)).toContain('200')
})
