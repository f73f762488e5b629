import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { auditOf } from '../testing/officers.ts'
import { startTestServer } from '../testing/start-test-server.ts'
import { deskOf, refused } from './desk-tips.fixture.ts'
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
const [notFound, forbidden, conflict] = [refused('not-found'), refused('forbidden'), refused('conflict')]
const { sent, officer, add, addition, thread, idsOf } = deskOf(
  () => server,
  () => now,
)
type Officer = Awaited<ReturnType<typeof officer>>

test('tips of another station, and without the whole unit those of none, are not there', async () => {
  const [here, elsewhere, nowhere] = [
    await sent({ station: 'ben-cat' }),
    await sent({ station: 'cong-an-thanh-pho-ben-cat' }),
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
  await addition(code)
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
  const passOn = { duty: 'pass-on', day: '2026-11-21', at: '2026-11-21T03:04:00.000Z' }
  expect(await clock()).toEqual({ ...passOn, overdue: false })
  now = new Date('2026-11-20T03:15:00Z')
  await add(unit, id, 'passed-on', 'Đã chuyển.')
  expect(await clock()).toEqual({ duty: 'decision', day: '2026-12-10', overdue: false })
  await add(unit, id, 'answered', 'Đã xử lý.')
  expect(await clock()).toBe(null)
})

test.for([
  ['the last minute of 24 hours', '2026-11-21T03:04:00Z', false],
  ['a second later', '2026-11-21T03:04:01Z', true],
] as const)('a tip that waits to be passed on is in time in %s: %s', async ([, at, overdue]) => {
  const { id } = await sent()
  now = new Date(at)
  const unit = await officer(['triage'])
  const list = await unit.deskTips.list()
  expect(list.ok && list.data.tips[0]?.clock).toMatchObject({ duty: 'pass-on', overdue: overdue })
  expect(await idsOf(unit, { overdue: 'yes' })).toEqual(overdue ? [id] : [])
})

test('what is late is found, also when it was passed on and nobody answered for 20 days', async () => {
  const [passedOn, answered, complaint] = [await sent(), await sent(), await sent({ aboutOfficer: true })]
  const unit = await officer(['triage'])
  await add(unit, passedOn.id, 'passed-on')
  await add(unit, answered.id, 'answered')
  const late = async (at: string) => {
    now = new Date(at)
    return idsOf(await officer(['triage']), { overdue: 'yes' })
  }
  expect(await late('2026-12-10T16:59:00Z')).toEqual([])
  expect(await late('2026-12-10T17:00:00Z')).toEqual([passedOn.id])
  // Complaints follow a law without these terms.
  const superior = await officer(['superior'])
  expect(await idsOf(superior, { overdue: 'yes' }, 'deskComplaints')).toEqual([])
  expect(await idsOf(superior, {}, 'deskComplaints')).toEqual([complaint.id])
})

test('a tip is found by what its sender says on the phone, in its queue and within reach', async () => {
  const tip = await sent({ station: 'ben-cat' })
  await sent({ station: 'ben-cat' })
  const unit = await officer(['triage'])
  const said = tip.publicCode.toLowerCase().replace(/(..)/, '$1 ')
  expect(await idsOf(unit, { code: said })).toEqual([tip.id])
  expect(await idsOf(unit, { code: said, status: 'answered' })).toEqual([])
  expect(await idsOf(await officer(['triage'], 'cong-an-thanh-pho-ben-cat'), { code: said })).toEqual([])
  expect(await idsOf(await officer(['superior']), { code: said }, 'deskComplaints')).toEqual([])
  // The secret half opens the sender's thread, and belongs into no address.
  for (const code of [tip.code, 'OOOOO', 'ABC'])
    expect(await unit.deskTips.list({ query: { code } })).toMatchObject({
      error: { code: 'invalid', fields: { code: 'format' } },
    })
})

test('filters find what they name, and a wave stands beside the single tips', async () => {
  const [drugs, urgent] = [await sent({ category: 'ma-tuy' }), await sent({ happeningNow: true })]
  await sent()
  const wave = await sent()
  await server.db.query('alter table tips disable trigger tips_append_only')
  await server.db.query("update tips set wave = 'abc123' where id = $1", [Number(wave.id)])
  await server.db.query('alter table tips enable trigger tips_append_only')
  // Which wave a tip came in is known when it is stored, and never changes otherwise.
  await server.db.query("update tip_states set wave = 'abc123' where tip_id = $1", [Number(wave.id)])
  const unit = await officer(['triage'])
  expect(await idsOf(unit, { category: 'ma-tuy' })).toEqual([drugs.id])
  expect(await idsOf(unit, { happeningNow: 'yes' })).toEqual([urgent.id])
  expect(await idsOf(unit, { status: 'answered' })).toEqual([])
  expect(await idsOf(unit, { before: urgent.id })).toEqual([drugs.id])
  expect(await idsOf(unit)).toHaveLength(3)
  expect(await idsOf(unit, { wave: 'abc123' })).toEqual([wave.id])
  expect(await unit.deskTips.list()).toMatchObject({ data: { waves: [{ wave: 'abc123', count: 1 }] } })
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
  const elsewhere = await officer(['supervisor'], 'cong-an-thanh-pho-ben-cat')
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

test('a request that waits for its decision is seen in the list, and is the only one', async () => {
  const [tip, other] = [await sent({ contact }), await sent({ contact })]
  const [first, second] = [await officer(['triage']), await officer(['supervisor'])]
  const waiting = () => idsOf(second, { identityAsked: 'yes' })
  const params = await asked(first, tip.id)
  expect(await waiting()).toEqual([tip.id])
  expect(await second.deskTips.list()).toMatchObject({
    data: { tips: [{ identityAsked: false }, { identityAsked: true }] },
  })
  const again = { params: { id: tip.id }, body: { reason } }
  expect(await second.deskTips.requestIdentity(again)).toMatchObject(conflict)
  await first.deskTips.merge({ params: { id: tip.id }, body: { into: Number(other.id) } })
  expect(await waiting()).toEqual([tip.id])
  await decide(second, params, false)
  expect(await waiting()).toEqual([])
  await asked(second, tip.id)
  expect(await waiting()).toEqual([tip.id])
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
