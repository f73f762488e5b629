import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { addApplication, step } from '../testing/builders.ts'
import { auditOf, deskClient, signIn } from '../testing/officers.ts'
import { startTestServer } from '../testing/start-test-server.ts'
import { appendStep } from './append-step.ts'

const clock = '2026-11-27T03:00:00.000Z'
let server: Awaited<ReturnType<typeof startTestServer>>
let records: Awaited<ReturnType<typeof signIn>>
const at = (roles: Parameters<typeof signIn>[1], station?: string) =>
  signIn(server, roles, station, new Date(clock))
beforeAll(async () => {
  server = await startTestServer({ clock: () => new Date(clock), demo: false })
})
beforeEach(async () => void (records = await at(['records'])))
afterEach(() => server.empty())
afterAll(() => server.close())

const add = (code: string, more: Parameters<typeof addApplication>[2] = {}) =>
  addApplication(server.db, server.keys, { code, ...more })
const seen = step().at
const draft = { status: 'in_progress' as const }
const append = (client = records.client, ids = [1], more: object = {}) =>
  client.deskApplications.append({
    body: { files: ids.map((id) => ({ id, seen })), step: { ...draft, ...more } },
  })
const find = (body = {}, client = records.client) => client.deskApplications.find({ body })
const codes = async (body = {}, client = records.client) => {
  const found = await find(body, client)
  return found.ok ? found.data.applications.map(({ code }) => code) : found.error.code
}
const ask = () =>
  server.db.query(
    `insert into late_questions (application_id, asked_at, due_on) values (1, '2026-11-26T02:00:00Z', '2026-11-30')`,
  )
const close = async (id = 1) => {
  await server.db.query(
    `insert into lookup_limits (subject, failures, counting_until, blocked_until, application_id)
     values ('closed', 10, now() + interval '1 day', now() + interval '1 day', $1)`,
    [id],
  )
}
const accept = (more: object = {}, client = records.client) =>
  client.deskApplications.accept({
    body: { code: 'HS-000777', factor: '1234', guideSlug: 'cap-doi-can-cuoc', station: 'ben-cat', ...more },
  })

type Client = typeof records.client
/** Every endpoint, called on a file of Bến Cát. */
const calls: [name: string, call: (client: Client) => Promise<{ ok: boolean }>][] = [
  ['find', (client) => find({}, client)],
  ['get', (client) => client.deskApplications.get({ params: { id: '1' } })],
  ['accept', (client) => accept({}, client)],
  ['slip', (client) => client.deskApplications.slip({ body: { id: 1 } })],
  ['append', (client) => append(client)],
  ['questions', (client) => client.deskApplications.questions()],
  ['lockouts', (client) => client.deskApplications.lockouts()],
  ['lift', (client) => client.deskApplications.lift({ body: { id: 1 } })],
]
const state = () =>
  server.db.query(
    `select (select count(*)::int from application_steps) as steps, (select count(*)::int from applications) as files,
            (select count(*)::int from lookup_limits) as limits,
            (select count(*)::int from application_secrets) as secrets`,
  )

test.for(calls)('%s shows and changes nothing for nobody and for the wrong roles', async ([, call]) => {
  await add('HS-000001')
  await close()
  const before = await state()
  const audited = await auditOf(server.db)
  expect(await call(deskClient(server.app))).toMatchObject({ error: { code: 'unauthorised' } })
  const { client } = await at(['editor', 'triage'])
  expect(await call(client)).toMatchObject({ error: { code: 'forbidden' } })
  expect(await state()).toEqual(before)
  expect(await auditOf(server.db)).toEqual(audited)
})

test.for(calls)('%s shows and changes nothing for an officer of another station', async ([, call]) => {
  await add('HS-000001')
  await ask()
  await close()
  const before = await state()
  const { client } = await at(['records', 'supervisor'], 'my-phuoc')
  const answer = await call(client)
  expect(JSON.stringify(answer)).not.toContain('HS-000001')
  expect(JSON.stringify(answer)).not.toContain('appended')
  expect(await state()).toEqual(before)
})

test('files of one’s stations are listed newest first, and the look is noted', async () => {
  await add('HS-000001')
  await add('HS-000002', { station: 'my-phuoc' })
  await add('HS-000003')
  await add('HS-000004', { station: '' })
  await add('HS-000005', { demo: true })
  expect(await codes()).toEqual(['HS-000003', 'HS-000001'])
  expect((await auditOf(server.db)).at(-1)).toEqual({
    officerId: records.officerId,
    action: 'application.find',
    records: ['application/3', 'application/1'],
    station: null,
  })
  const { client } = await at(['supervisor'], '*')
  expect(await codes({}, client)).toEqual(['HS-000004', 'HS-000003', 'HS-000002', 'HS-000001'])
})

test('files are found by code, state, lateness and station', async () => {
  await add('HS-000001', { steps: [step({ promisedOn: '2026-11-26' })] })
  await add('HS-000002', { steps: [step({ promisedOn: '2026-11-27' })] })
  await add('HS-000003', {
    steps: [step({ promisedOn: '2026-11-20' }), step({ status: 'in_progress' }), step({ status: 'ready' })],
  })
  await add('HS-000004')
  expect(await codes({ code: ' hs-000002 ' })).toEqual(['HS-000002'])
  expect(await codes({ code: 'HS-00000' })).toEqual([])
  expect(await codes({ statuses: ['ready', 'printed'] })).toEqual(['HS-000003'])
  expect(await codes({ overdue: true })).toEqual(['HS-000001'])
  expect(await codes({ overdue: false })).toEqual(['HS-000004', 'HS-000003', 'HS-000002'])
  expect(await codes({ overdue: true, statuses: ['ready'] })).toEqual([])
  expect(await codes({ station: 'my-phuoc' })).toEqual([])
  expect(await find({ overdue: true })).toMatchObject({
    data: { applications: [{ overdue: true, promisedOn: '2026-11-26', status: 'received' }] },
  })
})

test('pages follow each other without gap or repetition', async () => {
  for (let file = 1; file <= 53; file += 1) await add(`HS-${String(file).padStart(6, '0')}`)
  const first = await find()
  const next = first.ok ? first.data.next : null
  expect(first.ok && first.data.applications).toHaveLength(50)
  expect(await codes({ after: next })).toEqual(['HS-000003', 'HS-000002', 'HS-000001'])
  expect(await find({ after: next })).toMatchObject({ data: { next: null } })
})

test('one file shows its steps with their authors, its reason and the open question', async () => {
  await add('HS-000001', { steps: [step({ promisedOn: '2026-11-20' })] })
  await append(records.client, [1], { reason: 'Chờ đối chiếu vân tay.' })
  await ask()
  expect(await records.client.deskApplications.get({ params: { id: '1' } })).toMatchObject({
    data: {
      application: { code: 'HS-000001', station: 'ben-cat', overdue: true },
      lateReason: 'Chờ đối chiếu vân tay.',
      steps: [
        { status: 'received', source: 'import', author: null },
        { status: 'in_progress', source: 'officer', author: expect.stringContaining('Cán bộ'), at: clock },
      ],
      question: { askedAt: '2026-11-26T02:00:00.000Z', dueOn: '2026-11-30' },
    },
  })
  expect((await auditOf(server.db)).at(-1)).toMatchObject({
    action: 'application.read',
    records: ['application/1'],
  })
})

test('the citizen sees the step and its reason, never who wrote it', async () => {
  await add('HS-000001', { steps: [step({ promisedOn: '2026-11-20' })] })
  await append(records.client, [1], { reason: 'Máy in hỏng.', promisedOn: '2026-12-01' })
  const found = await server.client.applications.lookup({ body: { code: 'HS-000001', factor: '1234' } })
  expect(found).toMatchObject({
    data: {
      promisedOn: '2026-12-01',
      overdue: false,
      steps: [{ promisedOn: '2026-11-20' }, { reason: 'Máy in hỏng.' }],
    },
  })
  expect(JSON.stringify(found)).not.toMatch(/Cán bộ|can-bo|officer|author|source/)
})

test('of many files each takes the step or says why not', async () => {
  await add('HS-000001')
  await add('HS-000002', { steps: [step(), step({ status: 'rejected' })] })
  await add('HS-000003', { station: 'my-phuoc' })
  await add('HS-000004', { steps: [step({ at: '2026-11-17T02:00:00.000Z' })] })
  await add('HS-000005')
  expect(await append(records.client, [1, 2, 3, 4, 5, 99])).toEqual({
    ok: true,
    data: {
      outcomes: [
        { id: 1, outcome: 'appended' },
        { id: 2, outcome: 'refused', fields: { status: 'not-allowed' } },
        { id: 3, outcome: 'not-found' },
        { id: 4, outcome: 'changed' },
        { id: 5, outcome: 'appended' },
        { id: 99, outcome: 'not-found' },
      ],
    },
  })
  const steps = (await auditOf(server.db)).filter(({ action }) => action === 'application.step')
  expect(steps.map(({ records }) => records)).toEqual([['application/1'], ['application/5']])
  expect(await codes({ statuses: ['in_progress'] })).toEqual(['HS-000005', 'HS-000001'])
})

test('the same step sent twice is appended once, and of two officers at once one is told to look again', async () => {
  await add('HS-000001')
  const answers = await Promise.all([append(), append(), append()])
  const outcomes = answers.map((answer) => answer.ok && answer.data.outcomes[0]?.outcome)
  expect(outcomes.filter((outcome) => outcome === 'appended')).toHaveLength(1)
  expect(outcomes.filter((outcome) => outcome === 'changed')).toHaveLength(2)
  expect(await append()).toMatchObject({ data: { outcomes: [{ outcome: 'changed' }] } })
})

test('a date is moved only with a reason', async () => {
  await add('HS-000001', { steps: [step({ promisedOn: '2026-11-30' })] })
  expect(await append(records.client, [1], { promisedOn: '2026-12-04' })).toMatchObject({
    data: { outcomes: [{ outcome: 'refused', fields: { reason: 'required' } }] },
  })
  expect(
    await append(records.client, [1], { promisedOn: '2026-12-04', reason: 'Máy in hỏng.' }),
  ).toMatchObject({
    data: { outcomes: [{ outcome: 'appended' }] },
  })
  expect(await find()).toMatchObject({ data: { applications: [{ promisedOn: '2026-12-04' }] } })
})

test.for([
  ['a Sunday', '2026-12-06'],
  ['a Saturday on which some counters take files, and others do not', '2026-12-05'],
  ['a holiday', '2027-01-01'],
] as const)('nobody is promised %s at a counter that is closed then', async ([, promisedOn]) => {
  await add('HS-000001', { station: 'ben-cat' })
  const step = { promisedOn, reason: 'Máy in hỏng.' }
  const open = promisedOn === '2026-12-05'
  expect(await append(records.client, [1], step)).toMatchObject({
    data: {
      outcomes: [
        open ? { outcome: 'appended' } : { outcome: 'refused', fields: { promisedOn: 'not-allowed' } },
      ],
    },
  })
})

test('what citizens read of a file never holds the number of a card', async () => {
  await add('HS-000001')
  for (const words of ['note', 'reason'])
    expect(await append(records.client, [1], { [words]: 'Thẻ 079201012345 đã in.' })).toMatchObject({
      error: { code: 'invalid', fields: { [`step.${words}`]: 'format' } },
    })
  expect(await accept({ note: 'CMND cũ 280123456.' })).toMatchObject({
    error: { fields: { note: 'format' } },
  })
})

test('what is kept for lists is what the steps add up to', async () => {
  await add('HS-000001', { steps: [step({ promisedOn: '2026-11-20' }), step({ status: 'in_progress' })] })
  const author = { source: 'import' as const }
  const forwarded = step({
    status: 'forwarded',
    at: '2026-11-18T02:00:00.000Z',
    promisedOn: '2026-11-24',
    reason: 'x',
  })
  await server.db.tx((tx) => appendStep(tx, { applicationId: 1, step: forwarded, author }))
  expect(
    await server.db.query(
      'select status, promised_on as "promisedOn", changed_at as at from application_states',
    ),
  ).toEqual([{ status: 'forwarded', promisedOn: '2026-11-24', at: new Date('2026-11-18T02:00:00.000Z') }])
})

test('a file that an import moves to another station moves in the lists too, with its next step as well', async () => {
  await add('HS-000001')
  await server.db.query(`update applications set station = 'my-phuoc'`)
  const { client } = await at(['records'], 'my-phuoc')
  expect([await codes(), await codes({}, client)]).toEqual([[], ['HS-000001']])
  await append(client)
  expect([await codes(), await codes({}, client)]).toEqual([[], ['HS-000001']])
  expect(await codes({ statuses: ['in_progress'] }, client)).toEqual(['HS-000001'])
})

test('a question waits in the queue until a step gives a reason', async () => {
  await add('HS-000001', { steps: [step({ promisedOn: '2026-11-20' })] })
  await ask()
  const questions = () => records.client.deskApplications.questions()
  expect(await questions()).toMatchObject({
    data: {
      questions: [{ dueOn: '2026-11-30', application: { code: 'HS-000001', overdue: true } }],
      next: null,
    },
  })
  await append()
  expect(await questions()).toMatchObject({ data: { questions: [{ id: 1 }] } })
  await records.client.deskApplications.append({
    body: { files: [{ id: 1, seen: clock }], step: { ...draft, reason: 'Chờ đối chiếu vân tay.' } },
  })
  expect(await questions()).toEqual({ ok: true, data: { questions: [], next: null } })
})
