import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer } from '../testing/start-test-server.ts'

let server: Awaited<ReturnType<typeof startTestServer>>
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

test('ready names the kind of database that answered', async () => {
  const ready = await server.app.inject('/api/ready')
  expect(ready.json()).toEqual({ status: 'ok', database: server.db.kind })
})

test('without a database, everything that needs it is unavailable and everything else works', async () => {
  await server.db.close()
  const ready = await server.app.inject('/api/ready')
  expect([ready.statusCode, ready.headers['retry-after']]).toEqual([503, '5'])
  expect(ready.json()).toMatchObject({ error: { code: 'unavailable' } })
  expect((await server.app.inject('/api/health')).json()).toEqual({ status: 'ok' })

  const { client } = server
  expect(await client.unit.get()).toMatchObject({ ok: true })
  expect(await client.guides.list()).toMatchObject({ ok: true })
  const refused = { ok: false, error: { code: 'unavailable', retryAfter: 5 } }
  expect(await client.news.list()).toMatchObject(refused)
  expect(await client.news.get({ params: { slug: 'a' } })).toMatchObject(refused)
  const body = { code: 'HS-000001', factor: '1234' }
  expect(await client.applications.lookup({ body })).toMatchObject(refused)
})
