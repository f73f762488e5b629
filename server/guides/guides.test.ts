import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer } from '../testing/start-test-server.ts'

let now = new Date('2026-11-24T03:00:00Z')
let server: Awaited<ReturnType<typeof startTestServer>>
beforeAll(async () => {
  server = await startTestServer({ clock: () => now })
})
afterAll(() => server.close())

const slug = 'cap-doi-can-cuoc'
const get = async (on?: string) => {
  const result = await server.client.guides.get({ params: { slug }, query: on ? { on } : {} })
  if (!result.ok) throw new Error(result.error.code)
  return result.data
}
const fee = async (on?: string) => (await get(on)).fees[0]

test.for([
  ['an unknown guide', 'cap-ho-chieu', 404, 'not-found'],
  ['the longest name there can be', 'a'.repeat(120), 404, 'not-found'],
  ['a name that is too long', 'a'.repeat(121), 422, 'invalid'],
  ['a far too long name', 'a'.repeat(5000), 422, 'invalid'],
  ['a name of another form', 'Cấp đổi', 422, 'invalid'],
  ['a path upwards', '../fees', 422, 'invalid'],
  ['a word of the language', 'constructor', 404, 'not-found'],
  ['a prototype', '__proto__', 422, 'invalid'],
  ['a NUL', 'a\0b', 422, 'invalid'],
] as const)('%s is refused', async ([, name, status, code]) => {
  const answer = await server.app.inject(`/api/guides/${encodeURIComponent(name)}`)
  expect(answer.statusCode).toBe(status)
  expect(answer.json()).toMatchObject({ error: { code } })
})

test.for(['2026-02-29', '24/11/2026', 'today', '2026-11', '', '2026-11-24T00:00:00Z', '-2026-11-24'])(
  'the fee on "%s" is refused: that is no day',
  async (on) => {
    const answer = await server.app.inject(`/api/guides/${slug}?on=${encodeURIComponent(on)}`)
    expect(answer.statusCode).toBe(422)
    expect(answer.json()).toMatchObject({ error: { code: 'invalid', fields: { on: 'format' } } })
  },
)

test('two days at once are refused', async () => {
  const answer = await server.app.inject(`/api/guides/${slug}?on=2026-11-24&on=2026-11-25`)
  expect(answer.statusCode).toBe(422)
})

test('the list names every guide in its shortest form', async () => {
  const list = await server.client.guides.list()
  const found = list.ok ? list.data.guides : []
  const ids = found.map(({ id }) => id)
  expect(ids).toEqual(expect.arrayContaining(['CC-01', 'CC-04', 'CC-10']))
  expect(new Set(ids).size).toBe(ids.length)
  expect(found.find((guide) => guide.slug === slug)).not.toHaveProperty('documents')
})

test('every guide of the list opens, on any day', async () => {
  const list = await server.client.guides.list()
  for (const { slug } of list.ok ? list.data.guides : []) {
    for (const on of ['0001-01-01', '2024-07-01', '2026-11-24', '9999-12-31']) {
      const guide = await server.client.guides.get({ params: { slug }, query: { on } })
      expect(guide).toMatchObject({ ok: true, data: { slug } })
    }
  }
})

test.for([
  ['on the last day of the reduction', '2026-12-31', 25_000, [0]],
  ['on the first day after it', '2027-01-01', 50_000, [0]],
  ['on the last day of the waiver for digital citizens', '2027-02-28', 50_000, [0]],
  ['on the first day after the waiver', '2027-03-01', 50_000, []],
] as const)('the fee %s is what the law says for that day', async ([, on, amount, waivers]) => {
  const found = await fee(on)
  expect(found?.amount).toBe(amount)
  const digital = found?.reduced.filter(({ condition }) => condition.includes('định danh mức 2')) ?? []
  expect(digital.map((reduction) => reduction.amount)).toEqual(waivers)
})

test('without a day the fee is that of today in Viet Nam, and changes at its midnight', async () => {
  now = new Date('2026-12-31T16:59:59Z')
  expect(await fee()).toMatchObject({ amount: 25_000, next: { on: '2027-01-01', amount: 50_000 } })
  now = new Date('2026-12-31T17:00:00Z')
  expect(await fee()).toMatchObject({ amount: 50_000, next: null })
})

test('past its re-check date a guide says that it is under review', async () => {
  const { recheckBy } = await get()
  expect((await get(recheckBy)).underReview).toBe(false)
  const after = new Date(`${recheckBy}T17:00:00Z`)
  now = after
  expect((await get()).underReview).toBe(true)
  now = new Date(after.getTime() - 1)
  expect((await get()).underReview).toBe(false)
})

test('birth years whose cards must be changed follow the year', async () => {
  expect((await get('2027-01-01')).renewalBirthYears).toEqual([
    { age: 14, year: 2013 },
    { age: 25, year: 2002 },
    { age: 40, year: 1987 },
    { age: 60, year: 1967 },
  ])
})

test('what has not changed is not sent again', async () => {
  const first = await server.app.inject(`/api/guides/${slug}`)
  const again = await server.app.inject({
    url: `/api/guides/${slug}`,
    headers: { 'if-none-match': String(first.headers.etag) },
  })
  expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', first.headers.etag])
})

test('another day with another fee has another ETag', async () => {
  const before = await server.app.inject(`/api/guides/${slug}?on=2026-12-31`)
  const after = await server.app.inject({
    url: `/api/guides/${slug}?on=2027-01-01`,
    headers: { 'if-none-match': String(before.headers.etag) },
  })
  expect(after.statusCode).toBe(200)
  expect(after.headers.etag).not.toBe(before.headers.etag)
})

test('the pack is every guide as its own page reads on that day', async () => {
  now = new Date('2026-12-31T16:59:00Z')
  const [pack, list, december] = [await packOf(), await server.client.guides.list(), await get()]
  expect(pack.map((guide) => guide.slug)).toEqual(list.ok && list.data.guides.map((guide) => guide.slug))
  expect(pack.find((guide) => guide.slug === slug)).toEqual(december)
  now = new Date('2026-12-31T17:00:00Z')
  expect((await packOf()).find((guide) => guide.slug === slug)).toEqual(await get('2027-01-01'))
})

async function packOf() {
  const pack = await server.client.guidePack.get()
  if (!pack.ok) throw new Error(pack.error.code)
  return pack.data.guides
}
