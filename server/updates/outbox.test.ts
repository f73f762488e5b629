import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { addApplication } from '../testing/builders.ts'
import { startTestServer } from '../testing/start-test-server.ts'
import { type StandIn, startStandIn } from '../zalo/stand-in/start-stand-in.ts'
import { confirmMessage } from './outbox.repo.ts'
import { personHash } from './receiver.ts'
import { endUpdates, wantsUpdates } from './subscriptions.repo.ts'
import { addWish, appendStep, laterMorning, startWorker, testPace, zaloConfig } from './telling.fixture.ts'
import { tidyUpdates } from './tidy-updates.ts'

const minute = 60_000
const hour = 60 * minute
let server: Awaited<ReturnType<typeof startTestServer>>
let zalo: StandIn
let now = laterMorning()
const clock = () => now
const pass = (ms: number) => (now = new Date(now.getTime() + ms))

beforeAll(async () => void (server = await startTestServer()))
beforeEach(async () => {
  zalo = await startStandIn()
  now = laterMorning()
})
afterEach(async () => {
  await server.empty()
  await zalo.close()
})
afterAll(() => server.close())

/** Waits for answers that never come, but not long. */
const hasty = () => ({ config: zaloConfig(zalo.url, 700) })

const worker = (more: Partial<Parameters<typeof startWorker>[1]> = {}) =>
  startWorker(zalo, { db: server.db, keys: server.keys, clock, ...more })
const messages = () =>
  server.db.query<{ state: string; doubt: boolean }>(
    'select state, in_doubt as doubt from update_messages order by id',
  )

/** One application with one person who wants to be told, and one step to tell. */
async function oneChange(user = '501', status = 'ready') {
  await addApplication(server.db, server.keys)
  await addWish(server.db, server.keys, user)
  await appendStep(server.db, status)
}

test('the message says which slip and how it stands, and nothing else', async () => {
  await oneChange()
  await (await worker()).round()
  expect(zalo.state.sent).toEqual([
    {
      to: '501',
      templateId: 'tpl-1',
      trackingId: expect.stringMatching(/^[\da-f-]{36}$/),
      data: { ma_ho_so: '*****0001', trang_thai: 'Mời đến nhận', so_cap_nhat: '1' },
    },
  ])
  expect(await messages()).toEqual([{ state: 'sent', doubt: false }])
})

test('what was told is not told again', async () => {
  await oneChange()
  const { round } = await worker()
  await round()
  pass(hour)
  await round()
  expect(zalo.state.sent).toHaveLength(1)
})

test('an officer’s next clicks within two minutes make the same message', async () => {
  await oneChange('501', 'in_progress')
  const gatherMs = now.getTime() - Date.now() + minute
  const { round } = await worker({ pace: { ...testPace, gatherMs } })
  await round()
  expect(zalo.state.sent).toEqual([])
  await appendStep(server.db, 'forwarded')
  pass(2 * minute)
  await round()
  expect(zalo.state.sent).toMatchObject([{ data: { trang_thai: 'Đã chuyển cấp trên', so_cap_nhat: '2' } }])
})

test('changes of several applications of one person are one message', async () => {
  await oneChange()
  await addApplication(server.db, server.keys, { code: 'HS-000002' })
  await addWish(server.db, server.keys, '501', { applicationId: 2 })
  await appendStep(server.db, 'in_progress', 2)
  await (await worker()).round()
  expect(zalo.state.sent).toMatchObject([
    { data: { ma_ho_so: '2 hồ sơ', trang_thai: 'Có 2 cập nhật', so_cap_nhat: '2' } },
  ])
})

test('what waited for more than a day is told without a status, what waited for a week not at all', async () => {
  await oneChange()
  const pace = { ...testPace, digestAfterMs: 24 * hour }
  pass(2 * 24 * hour)
  await (await worker({ pace })).round()
  expect(zalo.state.sent).toMatchObject([{ data: { ma_ho_so: '*****0001', trang_thai: 'Có 1 cập nhật' } }])
  await appendStep(server.db, 'delivered')
  pass(8 * 24 * hour)
  await tidyUpdates(server.db, now, 30)
  await (await worker()).round()
  expect(zalo.state.sent).toHaveLength(1)
})

test('a refusal to deal with the file does not stand on a lock screen', async () => {
  await oneChange('501', 'rejected')
  await (await worker()).round()
  expect(zalo.state.sent).toMatchObject([{ data: { trang_thai: 'Có thông báo mới' } }])
})

test('who cannot be written to as a user is written to by phone', async () => {
  await addApplication(server.db, server.keys)
  await addWish(server.db, server.keys, '501', { receiver: { phone: '84912345678' } })
  await appendStep(server.db, 'ready')
  await (await worker()).round()
  expect(zalo.state.sent).toMatchObject([{ to: '84912345678' }])
})

test('who says no before the message leaves hears nothing', async () => {
  await oneChange()
  await endUpdates(server.db, { person: personHash(server.keys, '501'), by: 'citizen', at: now })
  await (await worker()).round()
  expect(zalo.state.sent).toEqual([])
})

test('who says no while a message waits for another try hears nothing', async () => {
  await oneChange()
  zalo.state.faults.send.push('busy')
  const { round } = await worker()
  await round()
  await endUpdates(server.db, { person: personHash(server.keys, '501'), by: 'citizen', at: now })
  pass(hour)
  await round()
  expect(zalo.state.sent).toEqual([])
  expect(await messages()).toEqual([{ state: 'dropped', doubt: false }])
})

test.for([
  ['an outage before Zalo took it', 'outage', 1],
  ['an outage after Zalo took it', 'outage-after', 1],
  ['no answer, not taken', 'silence', 1],
  ['no answer, but taken', 'silence-after', 1],
  ['a broken connection after it was taken', 'reset-after', 1],
  ['too many requests', 'busy', 1],
] as const)('after %s it arrives exactly once', async ([, fault, times]) => {
  await oneChange()
  const { round } = await worker(fault.startsWith('silence') ? hasty() : {})
  zalo.state.faults.send.push(fault)
  await round()
  // Not at once: the pause comes first.
  expect(await round()).toBe(0)
  pass(2 * minute)
  await round()
  expect(zalo.state.sent).toHaveLength(times)
  expect(await messages()).toEqual([{ state: 'sent', doubt: false }])
})

test('a new change waits until the doubt about the earlier message is over', async () => {
  await oneChange('501', 'in_progress')
  zalo.state.faults.send.push('outage-after')
  const { round } = await worker()
  await round()
  await appendStep(server.db, 'ready')
  pass(10_000)
  await round()
  expect(zalo.state.sent).toHaveLength(1)
  pass(2 * minute)
  await round()
  expect(zalo.state.sent.map(({ data }) => data)).toMatchObject([
    { trang_thai: 'Đang xử lý', so_cap_nhat: '1' },
    { trang_thai: 'Mời đến nhận', so_cap_nhat: '1' },
  ])
})

test('when Zalo cannot say what became of it, it is never sent again and ends as unconfirmed', async () => {
  await oneChange()
  zalo.state.faults.send.push('reset-after')
  zalo.state.tellsStatus = false
  const { round } = await worker()
  for (let time = 0; time < 30; time += 1) {
    await round()
    pass(hour)
  }
  expect(zalo.state.sent).toHaveLength(1)
  expect(await messages()).toEqual([{ state: 'unconfirmed', doubt: false }])
})

test('a receipt from Zalo ends the doubt', async () => {
  await oneChange()
  zalo.state.faults.send.push('reset-after')
  zalo.state.tellsStatus = false
  const { round } = await worker()
  await round()
  await confirmMessage(server.db, zalo.state.sent[0]!.trackingId!, now)
  expect(await messages()).toEqual([{ state: 'sent', doubt: false }])
  pass(hour)
  await round()
  expect(zalo.state.sent).toHaveLength(1)
})

test('who refuses messages in Zalo is not tried again, of no application, and others are told', async () => {
  await oneChange('501')
  await addWish(server.db, server.keys, '502')
  await appendStep(server.db, 'delivered')
  zalo.state.refusing = ['501']
  await (await worker()).round()
  expect(zalo.state.sent.map(({ to }) => to)).toEqual(['502'])
  expect(await wantsUpdates(server.db, 1, personHash(server.keys, '501'))).toBe(false)
  expect((await messages()).map(({ state }) => state)).toEqual(['refused', 'sent'])
})

test('a withdrawn template stops everything until somebody mends it', async () => {
  await oneChange()
  zalo.state.templateApproved = false
  const { round, said } = await worker()
  await round()
  expect(said).toEqual(['Messages to citizens wait: template'])
  pass(10 * minute)
  expect(await round()).toBe(0)
  zalo.state.templateApproved = true
  // A restart after the repair does not wait for the hour to end.
  await (await worker()).round()
  expect(zalo.state.sent).toHaveLength(1)
})

test('waits grow while nobody answers, and differ', async () => {
  await oneChange()
  const config = zaloConfig('http://127.0.0.1:1')
  const { round } = await worker({ config })
  const waits: number[] = []
  for (let time = 0; time < 6; time += 1) {
    await round()
    const [row] = await server.db.query<{ until: Date }>('select paused_until as until from update_delivery')
    waits.push((row!.until.getTime() - now.getTime()) / 1000)
    now = row!.until
  }
  waits.forEach((wait, time) => {
    expect(wait).toBeGreaterThanOrEqual(2.5 * 2 ** time)
    expect(wait).toBeLessThanOrEqual(5 * 2 ** time)
  })
  await (await worker()).round()
  expect(zalo.state.sent).toHaveLength(1)
})

test('five workers at once tell everybody once', async () => {
  await addApplication(server.db, server.keys)
  const users = Array.from({ length: 20 }, (_, index) => String(600 + index))
  for (const user of users) await addWish(server.db, server.keys, user)
  await appendStep(server.db, 'ready')
  const workers = await Promise.all([1, 2, 3, 4, 5].map(() => worker()))
  await Promise.all(workers.map(({ round }) => round()))
  // Those who found the token being renewed paused for a moment.
  pass(minute)
  await Promise.all(workers.map(({ round }) => round()))
  expect(zalo.state.sent.map(({ to }) => to).sort()).toEqual(users)
})

test('an access token that Zalo ends early is replaced', async () => {
  await oneChange()
  const { round } = await worker()
  await round()
  await appendStep(server.db, 'delivered')
  zalo.state.oa.accessToken = 'ended'
  pass(hour)
  await round()
  pass(minute)
  await round()
  expect(zalo.state.sent).toHaveLength(2)
})

test('what was sent long ago is forgotten, what is on its way is not', async () => {
  await oneChange()
  const { round } = await worker()
  await round()
  await appendStep(server.db, 'delivered')
  zalo.state.faults.send.push('outage-after')
  await round()
  await tidyUpdates(server.db, new Date(now.getTime() + 29 * 24 * hour), 30)
  expect(await messages()).toHaveLength(2)
  await tidyUpdates(server.db, new Date(now.getTime() + 31 * 24 * hour), 30)
  expect(await messages()).toEqual([{ state: 'open', doubt: true }])
  expect(await server.db.query('select id from update_changes')).toHaveLength(1)
})
