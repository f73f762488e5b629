import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { auditOf } from '../testing/officers.ts'
import { phonePicture } from '../testing/pictures.ts'
import { startTestServer } from '../testing/start-test-server.ts'
import { deskOf, refused } from './desk-tips.fixture.ts'
import { noLimits } from './intake-limits.ts'
import { sendFile } from './tip-files.fixture.ts'

const now = new Date('2026-11-20T03:04:05.678Z')
let server: Awaited<ReturnType<typeof startTestServer>>
beforeAll(async () => {
  server = await startTestServer({ clock: () => now, intakeLimits: noLimits })
})
afterEach(() => server.empty())
afterAll(() => server.close())

const conflict = refused('conflict')
const { sent, officer, add, addition, thread, idsOf } = deskOf(
  () => server,
  () => now,
)
type Officer = Awaited<ReturnType<typeof officer>>
const join = (client: Officer, id: string, into: string) =>
  client.deskTips.merge({ params: { id }, body: { into: Number(into) } })
const waiting = (client: Officer) => idsOf(client, { waiting: 'yes' })
const toSuperior = (client: Officer, id: string) =>
  client.deskTips.toSuperior({ params: { id }, body: { reason: 'Nêu tên cán bộ của phường.' } })

test('a tip is joined once, to one that is joined to none, and never to itself', async () => {
  const [main, repeat, third] = [await sent(), await sent(), await sent()]
  const unit = await officer(['triage'])
  expect(await join(unit, main.id, main.id)).toMatchObject(conflict)
  expect(await join(unit, repeat.id, main.id)).toMatchObject({ ok: true })
  expect(await join(unit, repeat.id, third.id)).toMatchObject(conflict)
  expect(await join(unit, third.id, repeat.id)).toMatchObject(conflict)
  // Whoever was joined to it would be left behind.
  expect(await join(unit, main.id, third.id)).toMatchObject(conflict)
  expect(await idsOf(unit)).toEqual([third.id, main.id])
})

test('of two officers who join two tips to each other one succeeds', async () => {
  const [one, two] = [await sent(), await sent()]
  const unit = await officer(['triage'])
  const answers = await Promise.all([join(unit, one.id, two.id), join(unit, two.id, one.id)])
  expect(answers.map((answer) => (answer.ok ? 'joined' : answer.error.code)).sort()).toEqual([
    'conflict',
    'joined',
  ])
  expect(await idsOf(unit)).toHaveLength(1)
})

test('the sender of a joined tip follows the other one, without its words and without learning of it', async () => {
  const [main, repeat] = [await sent(), await sent()]
  const unit = await officer(['triage'])
  const before = await thread(repeat.code)
  await join(unit, repeat.id, main.id)
  expect(await thread(repeat.code)).toEqual(before)
  await add(unit, main.id, 'passed-on', 'Đã chuyển cùng lời kể của người khác.')
  expect(await thread(repeat.code)).toMatchObject({ status: 'passed-on', messages: [] })
})

test('what comes for a joined tip makes the other one wait, which names it with its files', async () => {
  const [main, repeat] = [await sent(), await sent()]
  const unit = await officer(['triage'])
  await addition(repeat.code)
  await join(unit, repeat.id, main.id)
  // Who joins it has read it.
  expect(await waiting(unit)).toEqual([])
  await addition(repeat.code, 'Họ lại đến.')
  expect(await waiting(unit)).toEqual([main.id])
  expect(await unit.deskTips.open({ params: { id: main.id } })).toMatchObject({
    data: { joined: [{ id: Number(repeat.id), publicCode: repeat.publicCode, fileCount: 0 }] },
  })
  await add(unit, main.id, 'note', 'Đã đọc cả hai.')
  expect(await waiting(unit)).toEqual([])
  await sendFile(server, { code: repeat.code }, await phonePicture({ width: 60, height: 40 }))
  expect(await waiting(unit)).toEqual([main.id])
  const opened = await unit.deskTips.open({ params: { id: main.id } })
  expect(opened.ok && opened.data.joined).toMatchObject([{ fileCount: 1 }])
  // Asked in its own thread, its sender is answered there.
  await add(unit, repeat.id, 'question')
  expect(await waiting(unit)).toEqual([])
})

test('pictures of a new tip are no reason to wait; what comes after an officer asked is', async () => {
  const tip = await sent()
  const unit = await officer(['triage'])
  const picture = await phonePicture({ width: 60, height: 40 })
  await sendFile(server, { clientKey: tip.clientKey }, picture)
  expect(await waiting(unit)).toEqual([])
  await add(unit, tip.id, 'question')
  expect(await waiting(unit)).toEqual([])
  await sendFile(server, { code: tip.code }, picture)
  expect(await waiting(unit)).toEqual([tip.id])
  const opened = await unit.deskTips.open({ params: { id: tip.id } })
  expect(opened.ok && opened.data.entries.map(({ kind, by }) => [kind, by !== null])).toEqual([
    ['file-added', false],
    ['question', true],
    ['file-added', false],
  ])
  expect((await thread(tip.code)).messages).toMatchObject([{ kind: 'question' }])
})

test('those that are joined to it go to the superior along with a tip, and are in the audit', async () => {
  const [main, repeat] = [await sent(), await sent()]
  const unit = await officer(['triage'])
  await join(unit, repeat.id, main.id)
  await toSuperior(unit, main.id)
  for (const { id } of [main, repeat])
    expect(await unit.deskTips.open({ params: { id } })).toMatchObject(refused('not-found'))
  const superior = await officer(['superior'])
  expect(await idsOf(superior, {}, 'deskComplaints')).toEqual([main.id])
  expect(await superior.deskComplaints.open({ params: { id: main.id } })).toMatchObject({
    data: { joined: [{ id: Number(repeat.id) }] },
  })
  expect(await thread(repeat.code)).toMatchObject({ channel: 'superior', deadlines: [] })
  const moved = (await auditOf(server.db)).find(({ action }) => action === 'tips.to-superior')
  expect(moved?.records).toEqual([`tip/${main.id}`, `tip/${repeat.id}`])
})

test('a tip moves while its joined ones are written to, and nobody waits for ever', async () => {
  const unit = await officer(['triage'])
  for (let round = 0; round < 5; round += 1) {
    const main = await sent()
    const repeats = await Promise.all(Array.from({ length: 4 }, () => sent()))
    for (const { id } of repeats) await join(unit, id, main.id)
    const added = repeats.flatMap(({ code }) => ['Một.', 'Hai.'].map((text) => addition(code, text)))
    const [moved] = await Promise.all([toSuperior(unit, main.id), ...added])
    expect(moved).toMatchObject({ ok: true })
  }
  const superior = await officer(['superior'])
  expect(await idsOf(superior, {}, 'deskComplaints')).toHaveLength(5)
  expect(await idsOf(superior, { waiting: 'yes' }, 'deskComplaints')).toHaveLength(5)
})

test('a joined tip that alone is about an officer stands in the superior’s list by itself', async () => {
  const [main, repeat] = [await sent(), await sent()]
  const unit = await officer(['triage'])
  await join(unit, repeat.id, main.id)
  await toSuperior(unit, repeat.id)
  const superior = await officer(['superior'])
  expect(await idsOf(superior, {}, 'deskComplaints')).toEqual([repeat.id])
  expect(await unit.deskTips.open({ params: { id: main.id } })).toMatchObject({ data: { joined: [] } })
  await add(unit, main.id, 'answered', 'Đã xử lý.')
  expect(await thread(repeat.code)).toMatchObject({ status: 'received', channel: 'superior' })
  // There it may be joined anew.
  const other = await sent({ aboutOfficer: true })
  expect(
    await superior.deskComplaints.merge({ params: { id: repeat.id }, body: { into: Number(other.id) } }),
  ).toMatchObject({ ok: true })
})

test('a tip that the unit had closed begins anew at the superior’s', async () => {
  const { id, code } = await sent()
  const unit = await officer(['triage'])
  await add(unit, id, 'answered', 'Đã xử lý.')
  await toSuperior(unit, id)
  const superior = await officer(['superior'])
  expect(await idsOf(superior, { status: 'received' }, 'deskComplaints')).toEqual([id])
  expect(await thread(code)).toMatchObject({ status: 'received', messages: [{ kind: 'answered' }] })
})
