import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { api } from '#contract/api.ts'
import { createClient } from '#contract/client.ts'
import { addApplication } from '../testing/builders.ts'
import { injectFetch } from '../testing/inject-fetch.ts'
import { startTestServer } from '../testing/start-test-server.ts'

let server: Awaited<ReturnType<typeof startTestServer>>
beforeAll(async () => {
  server = await startTestServer()
})
afterEach(() => server.empty())
afterAll(() => server.close())

async function lookup(from: string, code: string, factor: string) {
  const client = createClient(api, { origin: '', fetch: injectFetch(server.app, from), retryAfter: [] })
  const result = await client.applications.lookup({ body: { code, factor } })
  return result.ok ? 'ok' : (result.error.fields?.factor ?? result.error.code)
}

const code = 'HS-000001'
const indebt = (kind: string, seconds: number) =>
  server.db.query(
    `insert into lookup_budgets (kind, paid_off_at) values ($1, now() + make_interval(secs => $2))`,
    [kind, seconds],
  )
const guard = () => indebt('short', 25 * 3456)

test('the whole declared number opens the file, at any time', async () => {
  await addApplication(server.db, server.keys, { phone: '0900001234' })
  expect(await lookup('10.0.0.1', code, '0900001234')).toBe('ok')
  expect(await lookup('10.0.0.1', code, '0910001234')).toBe('not-found')
  await guard()
  expect(await lookup('10.0.0.1', code, '0900001234')).toBe('ok')
})

test('while somebody is guessing, four digits are too few for everybody, right or wrong, and count for nothing', async () => {
  await addApplication(server.db, server.keys, { phone: '0900001234' })
  await guard()
  for (const factor of ['1234', '9999']) expect(await lookup('10.0.0.2', code, factor)).toBe('too-short')
  expect(await lookup('10.0.0.2', 'HS-999999', '1234')).toBe('too-short')
  expect(await server.db.query('select * from lookup_limits')).toEqual([])
})

test('a PIN stays good while four digits are too few', async () => {
  await addApplication(server.db, server.keys, { factor: '246810' })
  await guard()
  expect(await lookup('10.0.0.1', code, '246810')).toBe('ok')
})

test('while somebody is guessing, a caller has five tries a day', async () => {
  await guard()
  for (let time = 0; time < 5; time += 1) {
    expect(await lookup('10.0.0.1', `HS-10000${time}`, '0900000000')).toBe('not-found')
  }
  await server.db.query(
    `update lookup_limits set counting_until = counting_until - interval '20 minutes',
       blocked_until = blocked_until - interval '20 minutes'`,
  )
  expect(await lookup('10.0.0.1', 'HS-100009', '0900000000')).toBe('rate-limited')
})

test('four digits are enough again as soon as time has paid off one wrong factor', async () => {
  await addApplication(server.db, server.keys)
  await indebt('short', 24 * 3456 - 1)
  expect(await lookup('10.0.0.1', code, '9999')).toBe('not-found')
  expect(await lookup('10.0.0.1', code, '1234')).toBe('too-short')
  await server.db.query(`update lookup_budgets set paid_off_at = paid_off_at - interval '1 hour'`)
  expect(await lookup('10.0.0.1', code, '1234')).toBe('ok')
})

test.for([
  ['PINs', 'pin', '246810', 1_000 * 86.4],
  ['whole numbers', 'phone', '0900001234', 30_000 * 2.88],
] as const)('when even the budget of %s is used up, they wait', async ([, kind, factor, seconds]) => {
  await addApplication(server.db, server.keys, { phone: '0900001234' })
  await indebt(kind, seconds)
  expect(await lookup('10.0.0.1', code, factor)).toBe('rate-limited')
  expect(await lookup('10.0.0.1', code, '1234')).toBe('ok')
})

test('a shared address where many open their files is not locked out by those who err', async () => {
  const codes = Array.from({ length: 40 }, (_, worker) => `HS-00${1000 + worker}`)
  for (const each of codes) await addApplication(server.db, server.keys, { code: each })
  const outcomes: string[] = []
  for (const [worker, each] of codes.entries()) {
    if (worker % 4 === 0) outcomes.push(await lookup('10.0.0.1', each, '9999'))
    outcomes.push(await lookup('10.0.0.1', each, '1234'))
  }
  expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(40)
  expect(outcomes.filter((outcome) => outcome === 'not-found')).toHaveLength(10)
})

test('opening one file again and again earns one try only', async () => {
  await addApplication(server.db, server.keys)
  const outcomes: string[] = []
  for (let time = 0; time < 8; time += 1) {
    outcomes.push(await lookup('10.0.0.1', `HS-10000${time}`, '0000'))
    await lookup('10.0.0.1', code, '1234')
  }
  expect(outcomes.filter((outcome) => outcome === 'not-found')).toHaveLength(6)
})
