import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { readReceipt } from '#contract/receipt.ts'
import type { TipDraft } from '#contract/tips.ts'
import { tipDraft } from '../testing/builders.ts'
import { startTestServer } from '../testing/start-test-server.ts'
import { noLimits } from './intake-limits.ts'

const now = new Date('2026-11-24T03:04:05.678Z')
let server: Awaited<ReturnType<typeof startTestServer>>
beforeAll(async () => {
  server = await startTestServer({ clock: () => now, intakeLimits: noLimits })
})
afterEach(() => server.empty())
afterAll(() => server.close())

const send = (draft: TipDraft) => server.client.tips.send({ body: draft })
const raw = (body: unknown, from = '127.0.0.1') =>
  server.app.inject({ method: 'POST', url: '/api/tips', payload: body as object, remoteAddress: from })
const stored = async () => {
  const [row] = await server.db.query<{ tips: number; contacts: number }>(
    'select (select count(*)::int from tips) as tips, (select count(*)::int from tip_contacts) as contacts',
  )
  return row
}

test.for([
  [
    'nothing',
    {},
    { clientKey: 'required', category: 'required', text: 'required', declaredTrue: 'required' },
  ],
  ['a list', [], { clientKey: 'required', category: 'required', text: 'required', declaredTrue: 'required' }],
  ['no client key', { ...tipDraft(), clientKey: undefined }, { clientKey: 'required' }],
  ['a client key of another form', tipDraft({ clientKey: '1' }), { clientKey: 'format' }],
  ['a short text', tipDraft({ text: 'Cháy!' }), { text: 'too-short' }],
  ['a text of spaces', tipDraft({ text: ' '.repeat(50) }), { text: 'too-short' }],
  ['a long text', tipDraft({ text: 'a'.repeat(3001) }), { text: 'too-long' }],
  ['a NUL in the text', tipDraft({ text: `${'a'.repeat(30)}\0` }), { text: 'format' }],
  ['an empty place', tipDraft({ place: '' }), { place: 'too-short' }],
  ['a long time', tipDraft({ time: 'a'.repeat(201) }), { time: 'too-long' }],
  ['a category that is no name', tipDraft({ category: 'Ma túy' }), { category: 'format' }],
  ['an unknown category', tipDraft({ category: 'khong-co' }), { category: 'not-allowed' }],
  ['no declaration', { ...tipDraft(), declaredTrue: undefined }, { declaredTrue: 'required' }],
  [
    'a declaration that it is untrue',
    { ...tipDraft(), declaredTrue: false },
    { declaredTrue: 'not-allowed' },
  ],
  ['half a contact', { ...tipDraft(), contact: { name: 'Lan' } }, { 'contact.phone': 'required' }],
  [
    'a contact of another form',
    tipDraft({ contact: { name: 'L', phone: '113' } }),
    { 'contact.name': 'too-short', 'contact.phone': 'format' },
  ],
] as const)('%s is refused with the fields at fault, and nothing is stored', async ([, body, fields]) => {
  const answer = await raw(body)
  expect(answer.statusCode).toBe(422)
  expect(answer.json()).toMatchObject({ error: { code: 'invalid' } })
  expect(answer.json<{ error: { fields: unknown } }>().error.fields).toEqual(fields)
  expect(await stored()).toEqual({ tips: 0, contacts: 0 })
})

test.for([
  ['text', { text: 'Một chuyện khác hẳn, cũng dài hơn hai mươi ký tự.' }],
  ['category', { category: 'ma-tuy' }],
  ['place', { place: 'Chợ Bến Cát' }],
  ['time', { time: 'tối qua' }],
  ['contact', { contact: { name: 'Trần Thị Lan', phone: '0901234567' } }],
] as const)('the same key with another %s is a conflict, and the first tip stays', async ([, change]) => {
  const draft = tipDraft()
  const first = await send(draft)
  expect(await send({ ...draft, ...change })).toMatchObject({ ok: false, error: { code: 'conflict' } })
  expect(await stored()).toEqual({ tips: 1, contacts: 0 })
  expect(await send(draft)).toEqual(first)
})

test('a named tip cannot become an anonymous one under the same key, nor another person', async () => {
  const named = tipDraft({ contact: { name: 'Trần Thị Lan', phone: '0901234567' } })
  await send(named)
  const { contact: _, ...anonymous } = named
  expect(await send(anonymous)).toMatchObject({ error: { code: 'conflict' } })
  const other = { ...named, contact: { name: 'Trần Thị Lan', phone: '0901234568' } }
  expect(await send(other)).toMatchObject({ error: { code: 'conflict' } })
  expect(await stored()).toEqual({ tips: 1, contacts: 1 })
})

test('the receipt can be read, and says the minute and no more', async () => {
  const sent = await send(tipDraft())
  const data = sent.ok ? sent.data : undefined
  expect(data?.receivedAt).toBe('2026-11-24T03:04:00.000Z')
  const reading = readReceipt(data?.code ?? '')
  expect(reading).toMatchObject({ kind: 'ok', receipt: { publicCode: data?.publicCode } })
})

test('the same tip sent again gets the same receipt and is stored once', async () => {
  const draft = tipDraft({ contact: { name: 'Trần Thị Lan', phone: '0901234567' } })
  const first = await send(draft)
  expect(first.ok).toBe(true)
  expect(await send(draft)).toEqual(first)
  expect(await stored()).toEqual({ tips: 1, contacts: 1 })
})

test('what differs only in spaces, composition and phone form is the same tip', async () => {
  const draft = tipDraft({ contact: { name: 'Trần Thị Lan', phone: '0901234567' } })
  const again = {
    ...draft,
    text: `  ${draft.text.normalize('NFD')}\n`,
    contact: { name: ' Trần Thị Lan ', phone: '+84 901 234 567' },
  }
  expect(await send(again)).toEqual(await send(draft))
  expect(await stored()).toEqual({ tips: 1, contacts: 1 })
})

test('twenty sends of the same tip at once store it once and give one receipt', async () => {
  const draft = tipDraft({ contact: { name: 'Trần Thị Lan', phone: '0901234567' } })
  const results = await Promise.all(Array.from({ length: 20 }, () => send(draft)))
  expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1)
  expect(results[0]).toMatchObject({ ok: true })
  expect(await stored()).toEqual({ tips: 1, contacts: 1 })
})

test('of two different tips under one key at once exactly one is stored', async () => {
  const draft = tipDraft()
  const results = await Promise.all([send(draft), send({ ...draft, place: 'Chợ Bến Cát' })])
  expect(results.filter((result) => result.ok)).toHaveLength(1)
  expect(await stored()).toEqual({ tips: 1, contacts: 0 })
})

test('different tips have different receipts', async () => {
  const results = await Promise.all(Array.from({ length: 10 }, () => send(tipDraft())))
  expect(new Set(results.map((result) => result.ok && result.data.code)).size).toBe(10)
})
