import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { TipDraft } from '#contract/tips.ts'
import { tipDraft } from '../testing/builders.ts'
import { dumpDatabase } from '../testing/dump-database.ts'
import { startTestServer } from '../testing/start-test-server.ts'
import { applyRetention, findExpired } from './retention.ts'

const start = new Date('2024-01-10T03:04:05Z')
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

const periods = { received: 24, answered: 24, passedOn: null, notEnoughInformation: 12, wave: 3 }
const contact = { name: 'Trần Thị Lan', phone: '0901234567' }

async function sent(changes: Partial<TipDraft> = {}): Promise<string> {
  const answer = await server.client.tips.send({ body: tipDraft({ contact, ...changes }) })
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.data.code
}
async function idOf(code: string): Promise<number> {
  const [row] = await server.db.query<{ id: number }>('select id from tips where public_code = $1', [
    code.slice(0, 5),
  ])
  return row!.id
}
const step = async (code: string, kind: string, at: string) =>
  server.db.query('insert into tip_entries (tip_id, kind, at) values ($1, $2, $3)', [
    await idOf(code),
    kind,
    at,
  ])
const removed: number[] = []
const apply = (on: string) =>
  applyRetention(server.db, periods, {
    now: new Date(on),
    removeFiles: async (tips) => void removed.push(...tips.map(({ id }) => id)),
  })
const rows = async () => {
  const [row] = await server.db.query<Record<string, number>>(
    `select (select count(*)::int from tips) as tips, (select count(*)::int from tip_entries) as entries,
       (select count(*)::int from tip_contacts) as contacts`,
  )
  return row
}

test('nothing goes before its time', async () => {
  await sent()
  expect(await findExpired(server.db, periods, new Date('2026-01-09T00:00:00Z'))).toEqual([])
  expect(await apply('2026-01-09T00:00:00Z')).toEqual(new Map())
  expect(await rows()).toEqual({ tips: 1, entries: 0, contacts: 1 })
})

test('the time begins anew whenever something happens with a tip', async () => {
  const code = await sent()
  await step(code, 'addition', '2025-06-01T00:00:00Z')
  expect(await apply('2027-05-31T00:00:00Z')).toEqual(new Map())
  expect(await apply('2027-06-02T00:00:00Z')).toEqual(new Map([['received', 1]]))
})

test('what was passed on belongs to a case and is not removed; what could not be followed goes earlier', async () => {
  const [passedOn, unclear] = [await sent(), await sent()]
  await step(passedOn, 'passed-on', '2024-01-11T00:00:00Z')
  await step(unclear, 'not-enough-information', '2024-01-11T00:00:00Z')
  await step(unclear, 'note', '2024-01-12T00:00:00Z')
  expect(await apply('2040-01-01T00:00:00Z')).toEqual(new Map([['notEnoughInformation', 1]]))
  expect(await rows()).toMatchObject({ tips: 1, entries: 1 })
})

test('a removed tip leaves neither rows nor files, only the note that it was removed', async () => {
  const code = await sent()
  await server.client.tips.addMessage({
    body: { code, clientKey: crypto.randomUUID(), text: 'Thêm một ý.' },
  })
  const [id, other] = [await idOf(code), await sent()]
  await step(other, 'note', '2025-12-01T00:00:00Z')
  removed.length = 0
  expect(await apply('2026-02-01T00:00:00Z')).toEqual(new Map([['received', 1]]))
  expect(removed).toEqual([id])
  expect(await rows()).toEqual({ tips: 1, entries: 1, contacts: 1 })
  expect(await server.db.query('select tip_id::int as id, rule from tip_removals')).toEqual([
    { id, rule: 'received' },
  ])
  expect((await dumpDatabase(server.db)).includes(code.slice(0, 5))).toBe(false)
  expect(await server.client.tips.open({ body: { code } })).toMatchObject({ error: { code: 'not-found' } })
})

test('when files cannot be removed, the rows stay and lead to them', async () => {
  await sent()
  const failing = applyRetention(server.db, periods, {
    now: new Date('2027-01-01T00:00:00Z'),
    removeFiles: () => Promise.reject(new Error('the disk is gone')),
  })
  await expect(failing).rejects.toThrow('the disk is gone')
  expect(await rows()).toMatchObject({ tips: 1 })
})

test('the note of a removal cannot be changed, and without it nothing is deleted', async () => {
  await sent()
  for (const table of ['tips', 'tip_contacts']) {
    await expect(server.db.query(`delete from ${table}`)).rejects.toThrow('append-only')
  }
  await apply('2027-01-01T00:00:00Z')
  await expect(server.db.query('delete from tip_removals')).rejects.toThrow('append-only')
})
