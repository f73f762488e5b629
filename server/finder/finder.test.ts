import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer } from '../testing/start-test-server.ts'

let server: Awaited<ReturnType<typeof startTestServer>>
beforeAll(async () => void (server = await startTestServer()))
afterAll(() => server.close())

test('the whole tree comes at once, so that no answer has to be sent', async () => {
  const tree = await server.client.finder.get()
  expect(tree).toMatchObject({ ok: true, data: { questions: expect.any(Array) } })
  expect(tree.ok && tree.data.questions.length).toBeGreaterThan(10)
})

test('what has not changed is not sent again', async () => {
  const first = await server.app.inject('/api/finder')
  const again = await server.app.inject({
    url: '/api/finder',
    headers: { 'if-none-match': String(first.headers.etag) },
  })
  expect([again.statusCode, again.body]).toEqual([304, ''])
})

test('answers that somebody sends all the same are refused by there being no place for them', async () => {
  expect((await server.app.inject({ method: 'POST', url: '/api/finder', payload: {} })).statusCode).toBe(404)
})
