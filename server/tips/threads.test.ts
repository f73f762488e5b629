import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { formatReceipt, readReceipt } from '#contract/receipt.ts'
import type { TipDraft } from '#contract/tips.ts'
import { insertArticle } from '../news/news.repo.ts'
import { tipDraft } from '../testing/builders.ts'
import { startTestServer } from '../testing/start-test-server.ts'

const start = new Date('2026-11-20T03:04:05.678Z')
let now = start
let server: Awaited<ReturnType<typeof startTestServer>>
beforeAll(async () => {
  server = await startTestServer({ clock: () => now })
})
afterEach(() => {
  now = start
  return server.empty()
})
afterAll(() => server.close())

async function sent(draft: TipDraft = tipDraft()): Promise<string> {
  const answer = await server.client.tips.send({ body: draft })
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.data.code
}
const open = (code: string, withContent?: boolean) =>
  server.client.tips.open({ body: { code, ...(withContent !== undefined && { withContent }) } })
const add = (code: string, text = 'Tối nay họ lại đến.', clientKey: string = randomUUID()) =>
  server.client.tips.addMessage({ body: { code, clientKey, text } })
const entries = async () => (await server.db.query('select from tip_entries')).length

function withOtherSecret(code: string): string {
  const reading = readReceipt(code)
  if (reading.kind !== 'ok') throw new Error(code)
  const secret = reading.receipt.secret.replace(/^./, (sign) => (sign === '2' ? '3' : '2'))
  return formatReceipt({ ...reading.receipt, secret })
}

test.for([
  ['empty', ''],
  ['half a code', 'ABCDE'],
  ['a code with a wrong check sign', '22222-22222-22222-22223'],
] as const)('%s is refused before anything is looked up', async ([, code]) => {
  const refused = { ok: false, error: { code: 'invalid', fields: { code: 'format' } } }
  expect(await open(code)).toMatchObject(refused)
  expect(await add(code)).toMatchObject(refused)
})

test('a wrong secret and an unknown code look alike', async () => {
  const wrong = withOtherSecret(await sent())
  const unknown = formatReceipt({ publicCode: '22222', secret: '22222222222222' })
  for (const call of [open, add]) {
    const answers = await Promise.all([call(wrong), call(unknown)])
    for (const answer of answers) expect(answer).toMatchObject({ ok: false, error: { code: 'not-found' } })
  }
  expect(await entries()).toBe(0)
})

test('the thread says what happens by when, and nothing of the content', async () => {
  const draft = tipDraft({ place: 'Chợ Bến Cát', contact: { name: 'Trần Thị Lan', phone: '0901234567' } })
  const code = await sent(draft)
  await add(code)
  const answer = await open(code.toLowerCase().replaceAll('-', ' '))
  expect(answer).toMatchObject({
    ok: true,
    data: {
      receivedAt: '2026-11-20T03:04:00.000Z',
      status: 'received',
      statusAt: '2026-11-20T03:04:00.000Z',
      channel: 'unit',
      named: true,
      identityOpenings: [],
      messages: [{ kind: 'addition', text: null }],
      deadlines: [
        { duty: 'pass-on', day: '2026-11-21' },
        // Friday: two days at the weekend, and 24 November is a holiday.
        { duty: 'acceptance', day: '2026-11-26' },
        { duty: 'decision', day: '2026-12-10' },
        { duty: 'extended-decision', day: '2027-01-20' },
        { duty: 'latest-decision', day: '2027-03-20' },
      ],
    },
  })
  const body = JSON.stringify(answer)
  for (const word of ['Chợ', 'đua xe', 'Lan', '0901234567', 'họ lại đến']) expect(body).not.toContain(word)
})

test('asked for, the content comes back as it was written, without the contact', async () => {
  const { clientKey, declaredTrue, ...content } = tipDraft({
    happeningNow: false,
    place: 'Chợ Bến Cát',
    area: 'ben-cat',
    quarter: 'Khu phố 2',
    point: { lat: 11.149, lon: 106.598 },
    time: 'tối qua',
    forgotten: ['time'],
    people: 'Hai thanh niên, xe 61-X1 000.00',
    victims: 'Bà bán nước',
    source: 'seen',
    witnesses: 'Chủ quán bên cạnh',
    accounts: ['0123456789 Ngân hàng A'],
    links: ['https://lua-dao.example'],
    phones: ['0900000000'],
    station: 'ben-cat',
  })
  const contact = { name: 'Trần Thị Lan', phone: '0901234567' }
  const code = await sent({ clientKey, declaredTrue, ...content, contact })
  await add(code, ' Thêm một ý. ')
  expect(await open(code, true)).toMatchObject({
    ok: true,
    data: { content, messages: [{ kind: 'addition', text: 'Thêm một ý.', at: '2026-11-20T03:04:00.000Z' }] },
  })
  expect(JSON.stringify(await open(code, true))).not.toContain('0901234567')
})

test('a tip is tied to what there is; a word of somebody’s own in a link is left out', async () => {
  const article = { title: 'Truy nã', summary: '', category: 'an-ninh', cover: null, demo: false, body: [] }
  await insertArticle(server.db, { ...article, slug: 'truy-na', publishedAt: '2026-11-20T00:00:00Z' })
  const ties = async (about: Partial<TipDraft>) => {
    const opened = await open(await sent(tipDraft(about)), true)
    return opened.ok && [opened.data.content?.station, opened.data.content?.wanted]
  }
  expect(await ties({ station: 'ben-cat', wanted: 'truy-na' })).toEqual(['ben-cat', 'truy-na'])
  expect(await ties({ station: 'cho-anh-nam', wanted: 'cho-anh-nam' })).toEqual([undefined, undefined])
})

test('a complaint about an officer says that the superior has it; its terms are not those of a tip', async () => {
  const code = await sent(tipDraft({ aboutOfficer: true }))
  expect(await open(code)).toMatchObject({ ok: true, data: { channel: 'superior', deadlines: [] } })
})

test('an addition sent again is stored once and answers alike', async () => {
  const code = await sent()
  const clientKey = randomUUID()
  const first = await add(code, 'Tối nay họ lại đến.', clientKey)
  now = new Date('2026-11-20T05:00:00Z')
  const again = await Promise.all(
    Array.from({ length: 10 }, () => add(code, '  Tối nay họ lại đến.', clientKey)),
  )
  for (const answer of again) expect(answer).toEqual(first)
  expect(await entries()).toBe(1)
})

test('the same key with another text, or for another tip, is a conflict', async () => {
  const [code, other] = [await sent(), await sent()]
  const clientKey = randomUUID()
  await add(code, 'Tối nay họ lại đến.', clientKey)
  const conflict = { ok: false, error: { code: 'conflict' } }
  expect(await add(code, 'Một chuyện khác.', clientKey)).toMatchObject(conflict)
  expect(await add(other, 'Tối nay họ lại đến.', clientKey)).toMatchObject(conflict)
  expect(await entries()).toBe(1)
})

test('what happened is never changed or deleted', async () => {
  await add(await sent())
  for (const change of [
    "update tips set category = 'khac'",
    'delete from tips',
    "update tip_entries set kind = 'note'",
    'delete from tip_entries',
  ]) {
    await expect(server.db.query(change)).rejects.toThrow('append-only')
  }
})
