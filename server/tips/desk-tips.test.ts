import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { TipAction } from '#contract/desk-tip-views.ts'
import type { Role } from '#contract/roles.ts'
import type { TipDraft } from '#contract/tips.ts'
import { tipDraft } from '../testing/builders.ts'
import { auditOf, signIn } from '../testing/officers.ts'
import { startTestServer } from '../testing/start-test-server.ts'
import { noLimits } from './intake-limits.ts'

const start = new Date('2026-11-20T03:04:05.678Z')
let now = start
let server: Awaited<ReturnType<typeof startTestServer>>
beforeAll(async () => {
  server = await startTestServer({ clock: () => now, intakeLimits: noLimits })
})
afterEach(() => {
  now = start
  return server.empty()
})
afterAll(() => server.close())

const contact = { name: 'Trần Thị Lan', phone: '0901234567' }
const notFound = { ok: false, error: { code: 'not-found' } }
const forbidden = { ok: false, error: { code: 'forbidden' } }
const conflict = { ok: false, error: { code: 'conflict' } }

async function sent(changes: Partial<TipDraft> = {}): Promise<{ code: string; id: string }> {
  const answer = await server.client.tips.send({ body: tipDraft(changes) })
  if (!answer.ok) throw new Error(answer.error.code)
  const { code, publicCode } = answer.data
  const [row] = await server.db.query<{ id: number }>('select id from tips where public_code = $1', [
    publicCode,
  ])
  return { code, id: String(row!.id) }
}
const officer = async (roles: Role[], station = '*') => (await signIn(server, roles, station, now)).client
type Officer = Awaited<ReturnType<typeof officer>>
const add = (
  client: Officer,
  id: string,
  kind: TipAction,
  text = 'Bạn nhớ biển số xe không?',
  clientKey: string = randomUUID(),
) => client.deskTips.add({ params: { id }, body: { clientKey, kind, text } })
const thread = async (code: string) => {
  const answer = await server.client.tips.open({ body: { code } })
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.data
}
async function idsOf(client: Officer, query = {}, queue: 'deskTips' | 'deskComplaints' = 'deskTips') {
  const answer = await client[queue].list({ query })
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.data.tips.map(({ id }) => String(id))
}

test('tips of another station, and without the whole unit those of none, are not there', async () => {
  const [here, elsewhere, nowhere] = [
    await sent({ station: 'ben-cat' }),
    await sent({ station: 'my-phuoc' }),
    await sent(),
  ]
  const local = await officer(['triage'], 'ben-cat')
  expect(await idsOf(local)).toEqual([here.id])
  for (const { id } of [elsewhere, nowhere]) {
    expect(await local.deskTips.open({ params: { id } })).toMatchObject(notFound)
    expect(await add(local, id, 'note')).toMatchObject(notFound)
    expect(await local.deskTips.merge({ params: { id: here.id }, body: { into: Number(id) } })).toMatchObject(
      notFound,
    )
    expect(
      await local.deskTips.toSuperior({ params: { id }, body: { reason: 'Nêu tên cán bộ.' } }),
    ).toMatchObject(notFound)
  }
  expect(await idsOf(await officer(['supervisor']))).toEqual([nowhere.id, elsewhere.id, here.id])
})

test('a complaint about an officer is in the queue of the superior alone', async () => {
  const { id } = await sent({ aboutOfficer: true, contact })
  const unit = await officer(['triage', 'supervisor', 'admin', 'editor', 'records'])
  const superior = await officer(['superior'])
  expect(await idsOf(unit)).toEqual([])
  expect(await unit.deskTips.open({ params: { id } })).toMatchObject(notFound)
  expect(await add(unit, id, 'note')).toMatchObject(notFound)
  const reason = 'Cần gọi lại để xác minh.'
  expect(await unit.deskTips.requestIdentity({ params: { id }, body: { reason } })).toMatchObject(notFound)
  expect(await unit.deskComplaints.list()).toMatchObject(forbidden)
  expect(await superior.deskTips.list()).toMatchObject(forbidden)
  expect(await idsOf(superior, {}, 'deskComplaints')).toEqual([id])
  expect(await superior.deskComplaints.open({ params: { id } })).toMatchObject({
    ok: true,
    data: { clock: null, content: { aboutOfficer: true } },
  })
})

test('a tip that turns out to be about an officer leaves the unit for good', async () => {
  const { id, code } = await sent()
  const unit = await officer(['triage'])
  const reason = 'Nêu tên cán bộ của phường.'
  expect(await unit.deskTips.toSuperior({ params: { id }, body: { reason } })).toMatchObject({ ok: true })
  expect(await unit.deskTips.open({ params: { id } })).toMatchObject(notFound)
  const superior = await officer(['superior'])
  expect(await idsOf(superior, {}, 'deskComplaints')).toEqual([id])
  expect(await thread(code)).toMatchObject({ channel: 'superior', deadlines: [], messages: [] })
})

test('opening shows the story and never the contact, and is in the audit', async () => {
  const { id } = await sent({ contact, station: 'ben-cat', place: 'Chợ Bến Cát' })
  const unit = await officer(['triage'], 'ben-cat')
  const answer = await unit.deskTips.open({ params: { id } })
  expect(answer).toMatchObject({
    ok: true,
    data: { named: true, content: { place: 'Chợ Bến Cát' }, entries: [] },
  })
  expect(JSON.stringify(answer)).not.toContain('0901234567')
  expect(await auditOf(server.db)).toMatchObject([
    { action: 'tips.open', records: [`tip/${id}`], station: 'ben-cat' },
  ])
})

test('a question reaches the sender, the answer waits in the inbox, a note stays inside', async () => {
  const { id, code } = await sent()
  const unit = await officer(['triage'])
  now = new Date('2026-11-20T03:10:30Z')
  await add(unit, id, 'note', 'Giống tin tuần trước.')
  await add(unit, id, 'question')
  expect((await thread(code)).messages).toMatchObject([
    { kind: 'question', text: 'Bạn nhớ biển số xe không?', at: '2026-11-20T03:10:00.000Z' },
  ])
  expect(await idsOf(unit, { waiting: 'yes' })).toEqual([])
  await server.client.tips.addMessage({ body: { code, clientKey: randomUUID(), text: 'Biển 61-X1.' } })
  expect(await idsOf(unit, { waiting: 'yes' })).toEqual([id])
  const opened = await unit.deskTips.open({ params: { id } })
  expect(opened.ok && opened.data.entries.map(({ kind, text, by }) => [kind, text, by !== null])).toEqual([
    ['note', 'Giống tin tuần trước.', true],
    ['question', 'Bạn nhớ biển số xe không?', true],
    ['addition', 'Biển 61-X1.', false],
  ])
  await add(unit, id, 'answered', 'Cảm ơn bạn.')
  expect(await idsOf(unit, { waiting: 'yes' })).toEqual([])
})

test('a repeated click is stored once; the same key with another text is a conflict', async () => {
  const { id } = await sent()
  const unit = await officer(['triage'])
  const key = randomUUID()
  const first = await add(unit, id, 'question', 'Ở đâu?', key)
  expect(await add(unit, id, 'question', 'Ở đâu?', key)).toEqual(first)
  expect(await add(unit, id, 'question', 'Lúc nào?', key)).toMatchObject(conflict)
  expect(await add(unit, id, 'note', 'Ở đâu?', key)).toMatchObject(conflict)
  expect(await server.db.query('select from tip_entries')).toHaveLength(1)
})

test.for([
  ['passed-on', 'passed-on'],
  ['answered', 'answered'],
  ['not-enough-information', 'not-enough-information'],
] as const)('%s is what the sender is told', async ([kind, status]) => {
  const { id, code } = await sent()
  await add(await officer(['triage']), id, kind, 'Đã chuyển cơ quan điều tra.')
  expect(await thread(code)).toMatchObject({
    status,
    messages: [{ kind, text: 'Đã chuyển cơ quan điều tra.' }],
  })
})

test('the clock names the next duty and says when its day has passed', async () => {
  const { id } = await sent()
  const unit = await officer(['triage'])
  const clock = async () => {
    const answer = await unit.deskTips.open({ params: { id } })
    return answer.ok && answer.data.clock
  }
  expect(await clock()).toEqual({ duty: 'pass-on', day: '2026-11-21', overdue: false })
  now = new Date('2026-11-20T03:15:00Z')
  await add(unit, id, 'passed-on', 'Đã chuyển.')
  expect(await clock()).toEqual({ duty: 'decision', day: '2026-12-10', overdue: false })
  await add(unit, id, 'answered', 'Đã xử lý.')
  expect(await clock()).toBe(null)
  const late = await sent()
  now = new Date('2026-11-22T03:00:00Z')
  const list = await (await officer(['triage'])).deskTips.list()
  expect(list.ok && list.data.tips.find((tip) => String(tip.id) === late.id)?.clock).toMatchObject({
    duty: 'pass-on',
    overdue: true,
  })
})

test('filters find what they name, and a wave stands beside the single tips', async () => {
  const [drugs, urgent] = [await sent({ category: 'ma-tuy' }), await sent({ happeningNow: true })]
  await sent()
  const wave = await sent()
  await server.db.query('alter table tips disable trigger tips_append_only')
  await server.db.query("update tips set wave = 'abc123' where id = $1", [Number(wave.id)])
  await server.db.query('alter table tips enable trigger tips_append_only')
  const unit = await officer(['triage'])
  expect(await idsOf(unit, { category: 'ma-tuy' })).toEqual([drugs.id])
  expect(await idsOf(unit, { happeningNow: 'yes' })).toEqual([urgent.id])
  expect(await idsOf(unit, { status: 'answered' })).toEqual([])
  expect(await idsOf(unit, { before: urgent.id })).toEqual([drugs.id])
  expect(await idsOf(unit)).toHaveLength(3)
  expect(await idsOf(unit, { wave: 'abc123' })).toEqual([wave.id])
  expect(await unit.deskTips.list()).toMatchObject({ data: { waves: [{ wave: 'abc123', count: 1 }] } })
})

test('the sender of a merged tip follows the other one, without its words', async () => {
  const [main, repeat, third] = [await sent(), await sent(), await sent()]
  const unit = await officer(['triage'])
  const merge = (id: string, into: string) =>
    unit.deskTips.merge({ params: { id }, body: { into: Number(into) } })
  expect(await merge(main.id, main.id)).toMatchObject(conflict)
  expect(await merge(repeat.id, main.id)).toMatchObject({ ok: true })
  expect(await merge(repeat.id, third.id)).toMatchObject(conflict)
  expect(await merge(third.id, repeat.id)).toMatchObject(conflict)
  expect(await idsOf(unit)).toEqual([third.id, main.id])
  await add(unit, main.id, 'passed-on', 'Đã chuyển cùng lời kể của người khác.')
  expect(await thread(repeat.code)).toMatchObject({ status: 'passed-on', messages: [] })
})

const reason = 'Cần gọi lại để hỏi biển số xe.'
async function asked(client: Officer, id: string) {
  const answer = await client.deskTips.requestIdentity({ params: { id }, body: { reason } })
  if (!answer.ok) throw new Error(answer.error.code)
  return { id, request: String(answer.data.id) }
}
const decide = (client: Officer, params: { id: string; request: string }, approved = true) =>
  client.deskTips.decideIdentity({ params, body: { approved } })
const look = (client: Officer, params: { id: string; request: string }) =>
  client.deskTips.openIdentity({ params })

test('nobody sees a contact without a reason and the approval of another officer with the right role', async () => {
  const { id, code } = await sent({ contact, station: 'ben-cat' })
  const [first, second] = [await officer(['triage', 'supervisor']), await officer(['supervisor'])]
  const elsewhere = await officer(['supervisor'], 'my-phuoc')
  expect(await first.deskTips.requestIdentity({ params: { id }, body: { reason: 'x' } })).toMatchObject({
    error: { code: 'invalid' },
  })
  const params = await asked(first, id)
  expect(await look(first, params)).toMatchObject(conflict)
  expect(await decide(first, params)).toMatchObject(forbidden)
  expect(await decide(await officer(['triage']), params)).toMatchObject(forbidden)
  expect(await decide(elsewhere, params)).toMatchObject(notFound)
  expect(await decide(second, { id, request: '999' })).toMatchObject(notFound)
  expect(await decide(second, params)).toMatchObject({ ok: true })
  expect(await decide(second, params, false)).toMatchObject(conflict)
  expect(await look(second, params)).toMatchObject(forbidden)
  expect((await thread(code)).identityOpenings).toEqual([])

  now = new Date('2026-11-20T03:10:07Z')
  expect(await look(first, params)).toEqual({ ok: true, data: contact })
  expect((await thread(code)).identityOpenings).toEqual(['2026-11-20T03:10:00.000Z'])
  now = new Date('2026-11-20T03:12:00Z')
  await look(first, params)
  expect((await thread(code)).identityOpenings).toHaveLength(2)
  const actions = (await auditOf(server.db)).map(({ action }) => action)
  expect(actions).toEqual([
    'tips.identity-request',
    'tips.identity-decision',
    'tips.identity-open',
    'tips.identity-open',
  ])
})

test('a refusal opens nothing, and an approval is over after a day', async () => {
  const { id } = await sent({ contact })
  const [first, second] = [await officer(['triage']), await officer(['supervisor'])]
  const refused = await asked(first, id)
  await decide(second, refused, false)
  expect(await look(first, refused)).toMatchObject(conflict)
  const approved = await asked(first, id)
  await decide(second, approved)
  now = new Date(start.getTime() + 25 * 3_600_000)
  await server.db.query('update officer_sessions set expires_at = $1, seen_at = $2', [
    new Date(now.getTime() + 3_600_000),
    now,
  ])
  expect(await look(first, approved)).toMatchObject(conflict)
})

test('there is nothing to ask for behind an anonymous tip', async () => {
  const { id } = await sent()
  const unit = await officer(['triage'])
  expect(await unit.deskTips.requestIdentity({ params: { id }, body: { reason } })).toMatchObject(conflict)
})
