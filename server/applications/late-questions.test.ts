import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { addApplication, step } from '../testing/builders.ts'
import { startTestServer } from '../testing/start-test-server.ts'
import { insertSteps } from './applications.repo.ts'

const start = new Date('2026-11-20T03:00:00Z').getTime()
const day = 24 * 60 * 60_000
let now = start
let server: Awaited<ReturnType<typeof startTestServer>>
beforeAll(async () => {
  server = await startTestServer({ clock: () => new Date(now), demo: false })
})
afterEach(async () => {
  now = start
  await server.empty()
})
afterAll(() => server.close())

const late = [step({ promisedOn: '2026-11-18' })]
const look = async () => {
  const result = await server.client.applications.lookup({ body: { code: 'HS-000001', factor: '1234' } })
  if (!result.ok) throw new Error(result.error.code)
  return result.data
}
const ask = async () => server.client.slip.askWhyLate({ body: { pass: (await look()).pass } })
const questions = () => server.db.query('select due_on as due from late_questions order by id')
const append = async (applicationId: number, changes: Parameters<typeof step>[0]) => {
  const added = { ...step({ at: new Date(now).toISOString(), ...changes }), applicationId }
  const [id] = await insertSteps(server.db, [added], { source: 'import' })
  return id
}

test('nobody asks without having opened the application', async () => {
  const body = { pass: 'A'.repeat(72) }
  expect(await server.client.slip.askWhyLate({ body })).toMatchObject({ error: { code: 'not-found' } })
})

test.for([
  ['in time', [step({ promisedOn: '2026-11-20' })]],
  ['without a promised day', [step()]],
  ['late with a reason', [...late, step({ status: 'in_progress', reason: 'Máy hỏng.' })]],
  ['ready', [...late, step({ status: 'in_progress' }), step({ status: 'ready' })]],
] as const)('an application that is %s is not asked about', async ([, steps]) => {
  await addApplication(server.db, server.keys, { steps })
  expect(await ask()).toMatchObject({ error: { code: 'conflict' } })
  expect(await questions()).toEqual([])
})

test('one tap asks once for each lateness, and everybody who looks sees when and until when', async () => {
  await addApplication(server.db, server.keys, { steps: late })
  expect((await look()).lateQuestion).toBeNull()
  // A Friday; the 24th is a holiday, so two working days end on Wednesday.
  const question = { askedAt: new Date(start).toISOString(), dueOn: '2026-11-25' }
  const answers = await Promise.all([ask(), ask(), ask()])
  expect(answers).toEqual([question, question, question].map((data) => ({ ok: true, data })))
  now += 2 * day
  expect(await ask()).toEqual({ ok: true, data: question })
  expect(await questions()).toHaveLength(1)
  expect((await look()).lateQuestion).toEqual(question)
})

test('a reason ends the question; a new date that is missed too may be asked about again', async () => {
  const id = await addApplication(server.db, server.keys, { steps: late })
  await ask()
  const answer = await append(id, { promisedOn: '2026-11-23', reason: 'Máy in hỏng.' })
  await server.db.query('update late_questions set answered_by = $1', [answer])
  expect(await look()).toMatchObject({ overdue: false, lateQuestion: null })
  now += 5 * day
  expect(await look()).toMatchObject({ overdue: true, lateReason: null, lateQuestion: null })
  expect(await ask()).toMatchObject({ ok: true, data: { dueOn: '2026-11-27' } })
  expect(await questions()).toHaveLength(2)
})

test('while days off are not announced, no day of an answer is promised', async () => {
  now = new Date('2030-01-07T03:00:00Z').getTime()
  await addApplication(server.db, server.keys, { steps: late })
  expect(await ask()).toMatchObject({ ok: true, data: { dueOn: null } })
})
