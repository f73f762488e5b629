import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { countAnswers, request, runLoad } from './load.ts'

async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => server.closeAllConnections())
  onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}

const load = (port: number, status = 200) => ({
  port,
  status,
  connections: 3,
  ms: 150,
  next: () => request('POST', '/', { 'x-forwarded-for': '10.0.0.1' }, '{"a":1}'),
})

test('answers are counted as the server counts requests, whose bodies arrive whole', async () => {
  let asked = 0
  const bodies = new Set<string>()
  const port = await serve((incoming, response) => {
    asked += 1
    incoming.on('data', (chunk: Buffer) => bodies.add(chunk.toString()))
    incoming.on('end', () => response.setHeader('content-length', 2).end('ok'))
  })
  expect(await countAnswers(load(port))).toBe(asked)
  expect(bodies).toEqual(new Set(['{"a":1}']))
})

test('an answer in pieces is one answer', async () => {
  let asked = 0
  const port = await serve((incoming, response) => {
    asked += 1
    incoming.resume()
    void dribble()
    async function dribble() {
      response.setHeader('content-length', 6).flushHeaders()
      for (const piece of ['ab', 'cd', 'ef']) {
        await wait(10)
        response.write(piece)
      }
      response.end()
    }
  })
  expect(await countAnswers(load(port))).toBe(asked)
})

test('an answer without a body needs no length', async () => {
  const port = await serve((incoming, response) => {
    incoming.resume()
    response.writeHead(304).end()
  })
  expect(await runLoad(load(port, 304))).toBeGreaterThan(0)
})

test('a status that was not asked for ends the run', async () => {
  const port = await serve((incoming, response) => {
    incoming.resume()
    response.writeHead(429).end('slow down')
  })
  await expect(runLoad(load(port))).rejects.toThrow('429')
})
