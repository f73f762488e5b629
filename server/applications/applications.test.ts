import { createHash } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { addApplication, step } from '../testing/builders.ts'
import { startTestServer } from '../testing/start-test-server.ts'

let now = new Date('2026-11-24T03:00:00Z')
let server: Awaited<ReturnType<typeof startTestServer>>
beforeAll(async () => {
  server = await startTestServer({ clock: () => now, demo: false })
})
afterEach(async () => {
  now = new Date('2026-11-24T03:00:00Z')
  await server.empty()
})
afterAll(() => server.close())

const lookup = (code: string, factor: string) => server.client.applications.lookup({ body: { code, factor } })
const raw = (body: unknown) =>
  server.app.inject({ method: 'POST', url: '/api/applications/lookup', payload: body as object })

test.for([
  ['no code', { factor: '1234' }, { code: 'required' }],
  ['no factor', { code: 'HS-000001' }, { factor: 'required' }],
  ['a short code', { code: 'HS-1', factor: '1234' }, { code: 'too-short' }],
  ['a long code', { code: 'H'.repeat(33), factor: '1234' }, { code: 'too-long' }],
  ['a code with other signs', { code: "HS-000001' or 1=1", factor: '1234' }, { code: 'format' }],
  ['a code that is a pattern', { code: 'HS-00000%', factor: '1234' }, { code: 'format' }],
  ['a number as code', { code: 123_456, factor: '1234' }, { code: 'format' }],
  ['a factor with letters', { code: 'HS-000001', factor: '12a4' }, { factor: 'format' }],
  ['both wrong', { code: '', factor: '' }, { code: 'format', factor: 'format' }],
] as const)('%s is refused with the fields at fault', async ([, body, fields]) => {
  const answer = await raw(body)
  expect(answer.statusCode).toBe(422)
  expect(answer.json()).toMatchObject({ error: { code: 'invalid', fields } })
})

test('an unknown code and a wrong factor look exactly alike from outside', async () => {
  await addApplication(server.db, server.keys)
  const unknown = await raw({ code: 'HS-999999', factor: '1234' })
  const wrong = await raw({ code: 'HS-000001', factor: '9999' })
  const seen = (answer: typeof wrong) => {
    const { date: _, ...headers } = answer.headers
    return { ...headers, status: answer.statusCode, body: answer.body.replace(/"requestId":"[\w-]+"/, '') }
  }
  expect(seen(unknown)).toEqual(seen(wrong))
  expect(unknown.statusCode).toBe(404)
})

test('the factor of another application opens nothing', async () => {
  await addApplication(server.db, server.keys)
  await addApplication(server.db, server.keys, { code: 'HS-000002', factor: '5678' })
  expect(await lookup('HS-000001', '5678')).toMatchObject({ error: { code: 'not-found' } })
})

test('two files of one day whose codes end alike have marks of their own, which stay', async () => {
  await addApplication(server.db, server.keys, { code: 'TWIN.A-0001' })
  await addApplication(server.db, server.keys, { code: 'TWIN.B-0001' })
  const markOf = async (code: string) => {
    const found = await lookup(code, '1234')
    return found.ok ? found.data.mark : ''
  }
  const [one, other, again] = [
    await markOf('TWIN.A-0001'),
    await markOf('TWIN.B-0001'),
    await markOf('TWIN.A-0001'),
  ]
  expect(one).not.toBe(other)
  expect(one).toBe(again)
})

test('an invented application cannot be found where there is no demonstration', async () => {
  await addApplication(server.db, server.keys, { demo: true })
  expect(await lookup('HS-000001', '1234')).toMatchObject({ error: { code: 'not-found' } })
})

test('code and factor show the file, with the code masked and nobody named', async () => {
  const steps = [
    step({ promisedOn: '2026-11-25' }),
    step({ status: 'in_progress', at: '2026-11-18T02:00:00.000Z' }),
    step({
      status: 'forwarded',
      at: '2026-11-20T02:00:00.000Z',
      note: 'Đã chuyển.',
      promisedOn: '2026-11-27',
    }),
    step({ status: 'printed', at: '2026-11-23T02:00:00.000Z' }),
  ]
  await addApplication(server.db, server.keys, { steps, guideSlug: 'cap-doi-can-cuoc' })
  expect(await lookup(' hs-000001 ', ' 1234 ')).toEqual({
    ok: true,
    data: {
      mark: expect.stringMatching(/^[\w-]{22}$/) as string,
      maskedCode: '*****0001',
      procedure: 'Cấp đổi thẻ căn cước',
      guideSlug: 'cap-doi-can-cuoc',
      status: 'printed',
      overdue: false,
      lateReason: null,
      lateQuestion: null,
      changedAt: '2026-11-23T02:00:00.000Z',
      promisedOn: '2026-11-27',
      pickUpPlace: 'Công an phường Bến Cát',
      steps,
      demo: false,
      pass: expect.any(String) as string,
    },
  })
})

test.for([
  ['in the last minute of the promised day', 'received', '2026-11-25T16:59:59Z', false],
  ['in the first minute of the next day in Viet Nam', 'received', '2026-11-25T17:00:00Z', true],
  ['when the result lies ready', 'ready', '2026-12-24T00:00:00Z', false],
] as const)('a file is late or not: %s', async ([, status, at, overdue]) => {
  const first = step({ promisedOn: '2026-11-25' })
  const second = step({ status, at: '2026-11-20T02:00:00.000Z' })
  await addApplication(server.db, server.keys, { steps: status === 'received' ? [first] : [first, second] })
  now = new Date(at)
  expect(await lookup('HS-000001', '1234')).toMatchObject({ data: { status, overdue } })
})

test('a later step can move the promised date, and then the file is not late', async () => {
  const steps = [step({ promisedOn: '2026-11-20' }), step({ status: 'need_more', promisedOn: '2026-11-30' })]
  await addApplication(server.db, server.keys, { steps })
  expect(await lookup('HS-000001', '1234')).toMatchObject({
    data: { promisedOn: '2026-11-30', overdue: false },
  })
})

test.for([
  `update application_steps set status = 'delivered'`,
  'delete from application_steps',
  'delete from applications',
])('the database refuses to rewrite history: %s', async (statement) => {
  await addApplication(server.db, server.keys)
  await expect(server.db.query(statement)).rejects.toThrow(/append-only|foreign key/)
  expect(await lookup('HS-000001', '1234')).toMatchObject({ data: { status: 'received' } })
})

test('neither the factor nor a plain hash of it is stored', async () => {
  await addApplication(server.db, server.keys, { factor: '480213' })
  await lookup('HS-000001', '480999')
  const rows = await server.db.query('select * from applications')
  const limits = await server.db.query<{ subject: string }>('select * from lookup_limits')
  const [row] = rows as { factor_hash: Buffer }[]
  expect(JSON.stringify([rows, limits])).not.toContain('480213')
  for (const text of ['480213', 'HS-000001480213', 'HS-000001:480213', '["HS-000001","480213"]']) {
    expect(row?.factor_hash.equals(createHash('sha256').update(text).digest())).toBe(false)
  }
  expect(JSON.stringify(limits)).not.toMatch(/HS-000001|127\.0\.0\.1/)
  expect(limits).toHaveLength(2)
})
