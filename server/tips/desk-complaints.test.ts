import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { Role } from '#contract/roles.ts'
import { tipDraft } from '../testing/builders.ts'
import { auditOf, deskClient, signIn } from '../testing/officers.ts'
import { startTestServer } from '../testing/start-test-server.ts'
import { noLimits } from './intake-limits.ts'

const now = new Date('2026-11-20T03:04:05.678Z')
let server: Awaited<ReturnType<typeof startTestServer>>
beforeAll(async () => {
  server = await startTestServer({ clock: () => now, intakeLimits: noLimits })
})
afterEach(() => server.empty())
afterAll(() => server.close())

const contact = { name: 'Trần Thị Lan', phone: '0901234567' }
const reason = 'Cần gọi lại để xác minh.'
const error = (code: string) => ({ ok: false, error: { code } })
const officer = async (roles: readonly Role[], station = '*') =>
  (await signIn(server, roles, station, now)).client
type Officer = Awaited<ReturnType<typeof officer>>

/** A named complaint about an officer, or with `false` a tip for the unit. */
async function sent(aboutOfficer = true): Promise<{ code: string; id: string }> {
  const answer = await server.client.tips.send({ body: tipDraft({ aboutOfficer, contact }) })
  if (!answer.ok) throw new Error(answer.error.code)
  const [row] = await server.db.query<{ id: number }>('select max(id) as id from tips')
  return { code: answer.data.code, id: String(row!.id) }
}

/** Every action on one record, with another one to be joined with. */
const actions = (client: Officer, id: string, into: string) => ({
  open: () => client.deskComplaints.open({ params: { id } }),
  add: () =>
    client.deskComplaints.add({
      params: { id },
      body: { clientKey: randomUUID(), kind: 'question', text: 'Việc này xảy ra lúc nào?' },
    }),
  merge: () => client.deskComplaints.merge({ params: { id }, body: { into: Number(into) } }),
  requestIdentity: () => client.deskComplaints.requestIdentity({ params: { id }, body: { reason } }),
  decideIdentity: () =>
    client.deskComplaints.decideIdentity({ params: { id, request: '1' }, body: { approved: true } }),
  openIdentity: () => client.deskComplaints.openIdentity({ params: { id, request: '1' } }),
})
type Action = keyof ReturnType<typeof actions>
const names: Action[] = ['open', 'add', 'merge', 'requestIdentity', 'decideIdentity', 'openIdentity']
const entries = () => server.db.query('select kind from tip_entries order by id')

test.for(names)('%s is for nobody outside, and for no role of the unit', async (name) => {
  const [one, other] = [await sent(), await sent()]
  expect(await actions(deskClient(server.app), one.id, other.id)[name]()).toMatchObject(error('unauthorised'))
  const unit = await officer(Role.options.filter((role) => role !== 'superior'))
  expect(await actions(unit, one.id, other.id)[name]()).toMatchObject(error('forbidden'))
  expect(await entries()).toEqual([])
})

test.for(names)(
  '%s does not reach what was sent to the unit, nor a complaint from one station alone',
  async (name) => {
    const [unit, complaint] = [await sent(false), await sent()]
    // Request 1 is there: it is the queue that hides it.
    const triage = await officer(['triage'])
    await triage.deskTips.requestIdentity({ params: { id: unit.id }, body: { reason } })
    const superior = await officer(['superior'])
    expect(await actions(superior, unit.id, complaint.id)[name]()).toMatchObject(error('not-found'))
    const local = await officer(['superior'], 'ben-cat')
    expect(await actions(local, complaint.id, unit.id)[name]()).toMatchObject(error('not-found'))
    expect(await entries()).toHaveLength(1)
  },
)

test('a superior asks the sender, who answers, and closes with an outcome that the sender reads', async () => {
  const { id, code } = await sent()
  const superior = await officer(['superior'])
  expect(await actions(superior, id, id).add()).toMatchObject({ ok: true })
  await server.client.tips.addMessage({ body: { code, clientKey: randomUUID(), text: 'Sáng thứ Ba.' } })
  expect(await superior.deskComplaints.list({ query: { waiting: 'yes' } })).toMatchObject({
    data: { tips: [{ id: Number(id), waiting: true }] },
  })
  const body = { clientKey: randomUUID(), kind: 'answered', text: 'Đã nhắc nhở cán bộ.' } as const
  expect(await superior.deskComplaints.add({ params: { id }, body })).toMatchObject({ ok: true })
  expect(await server.client.tips.open({ body: { code } })).toMatchObject({
    data: {
      status: 'answered',
      messages: [{ kind: 'question' }, { kind: 'addition' }, { text: 'Đã nhắc nhở cán bộ.' }],
    },
  })
  expect((await auditOf(server.db)).map(({ action }) => action)).toEqual([
    'complaints.add',
    'complaints.list',
    'complaints.add',
  ])
})

test('two complaints about the same are joined, never with a tip of the unit', async () => {
  const [main, repeat, unit] = [await sent(), await sent(), await sent(false)]
  const superior = await officer(['superior'])
  expect(await actions(superior, repeat.id, unit.id).merge()).toMatchObject(error('not-found'))
  expect(await actions(superior, repeat.id, main.id).merge()).toMatchObject({ ok: true })
  expect(await superior.deskComplaints.list()).toMatchObject({ data: { tips: [{ id: Number(main.id) }] } })
})

test('who complained is seen only after another superior agreed, by who asked, and the sender sees when', async () => {
  const { id, code } = await sent()
  const [first, second] = [await officer(['superior']), await officer(['superior'])]
  const asked = await first.deskComplaints.requestIdentity({ params: { id }, body: { reason } })
  const params = { id, request: asked.ok ? String(asked.data.id) : '' }
  const decide = (client: Officer) =>
    client.deskComplaints.decideIdentity({ params, body: { approved: true } })
  const look = (client: Officer) => client.deskComplaints.openIdentity({ params })
  expect(await look(first)).toMatchObject(error('conflict'))
  expect(await decide(first)).toMatchObject(error('forbidden'))
  expect(await decide(await officer(['supervisor']))).toMatchObject(error('forbidden'))
  expect(await decide(second)).toMatchObject({ ok: true })
  expect(await look(second)).toMatchObject(error('forbidden'))
  expect(await look(first)).toEqual({ ok: true, data: contact })
  expect(await server.client.tips.open({ body: { code } })).toMatchObject({
    data: { identityOpenings: ['2026-11-20T03:04:00.000Z'] },
  })
})
