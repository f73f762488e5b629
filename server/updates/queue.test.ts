import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { insertApplication } from '../applications/applications.repo.ts'
import { addApplication, step } from '../testing/builders.ts'
import { startTestServer } from '../testing/start-test-server.ts'
import { personHash, sealReceiver } from './receiver.ts'
import { endUpdates, startUpdates, wantsUpdates } from './subscriptions.repo.ts'

let server: Awaited<ReturnType<typeof startTestServer>>
beforeAll(async () => void (server = await startTestServer()))
afterEach(() => server.empty())
afterAll(() => server.close())

const person = (id: string) => personHash(server.keys, id)
const want = (zaloUserId: string, applicationId = 1) =>
  startUpdates(server.db, {
    applicationId,
    person: person(zaloUserId),
    oaPerson: null,
    sealedReceiver: sealReceiver(server.keys, { oaUserId: zaloUserId }),
    consent: '1',
    at: new Date('2026-11-24T01:00:00Z'),
  })
const append = (status: string, applicationId = 1) =>
  server.db.query('insert into application_steps (application_id, status, at) values ($1, $2, now())', [
    applicationId,
    status,
  ])
const queued = () =>
  server.db.query<{ subscription: number; step: number; dropped: string | null }>(
    'select subscription_id as subscription, step_id as step, dropped from update_changes order by id',
  )

test('a step is queued once for everybody who wants to hear of it, and for nobody else', async () => {
  await addApplication(server.db, server.keys)
  await addApplication(server.db, server.keys, { code: 'HS-000002' })
  await want('1')
  await want('2')
  await want('3', 2)
  await append('in_progress')
  expect(await queued()).toEqual([
    { subscription: 1, step: 3, dropped: null },
    { subscription: 2, step: 3, dropped: null },
  ])
})

test('several steps in one statement are queued each', async () => {
  await addApplication(server.db, server.keys)
  await want('1')
  await server.db.query(
    `insert into application_steps (application_id, status, at)
     select 1, status, now() from unnest(array['in_progress', 'forwarded']) status`,
  )
  expect(await queued()).toHaveLength(2)
})

test('a step that is rolled back leaves nothing in the queue', async () => {
  await addApplication(server.db, server.keys)
  await want('1')
  const failing = server.db.tx(async (tx) => {
    await tx.query(`insert into application_steps (application_id, status, at) values (1, 'ready', now())`)
    throw new Error('the officer’s power went out')
  })
  await expect(failing).rejects.toThrow('power')
  expect(await queued()).toEqual([])
})

test('the history of a new application tells nobody anything', async () => {
  await addApplication(server.db, server.keys)
  await want('1')
  const { db } = server
  await db.tx((tx) =>
    insertApplication(tx, {
      code: 'HS-000009',
      factorHash: Buffer.alloc(32),
      procedure: 'Cấp thẻ',
      guideSlug: null,
      pickUpPlace: null,
      demo: false,
      station: 'ben-cat',
      author: { source: 'import' },
      steps: [step(), step({ status: 'in_progress' })],
    }),
  )
  expect(await queued()).toEqual([])
})

test('who says yes twice is asked once, and who says no hears nothing more', async () => {
  await addApplication(server.db, server.keys)
  await want('1')
  await want('1')
  await append('in_progress')
  expect(await queued()).toHaveLength(1)
  const at = new Date('2026-11-24T02:00:00Z')
  expect(await endUpdates(server.db, { person: person('1'), by: 'citizen', at })).toBe(1)
  await append('forwarded')
  expect(await queued()).toEqual([{ subscription: 1, step: 2, dropped: 'citizen' }])
  expect(await wantsUpdates(server.db, 1, person('1'))).toBe(false)
  const [row] = await server.db.query('select sealed_receiver as receiver from update_subscriptions')
  expect(row).toEqual({ receiver: null })
})

test('no Zalo id lies in the database', async () => {
  await addApplication(server.db, server.keys)
  await want('5550001112223334445')
  const rows = await server.db.query<Record<string, unknown>>('select * from update_subscriptions')
  const bytes = Object.values(rows[0]!).map((value) =>
    Buffer.isBuffer(value) ? value.toString('latin1') : String(value),
  )
  expect(bytes.join()).not.toContain('5550001112223334445')
})
