import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../testing/database.ts'
import { insertTip } from './tips.repo.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await openTestDatabase()
})
afterEach(() => db.empty())
afterAll(() => db.close())

const addTip = (publicCode: string) =>
  insertTip(db, {
    ...{ publicCode, category: 'khac', channel: 'unit', station: null, happeningNow: false, wave: null },
    ...{ secretHash: Buffer.alloc(1), clientKeyHash: Buffer.from(publicCode), draftHash: Buffer.alloc(1) },
    ...{ sealedContent: Buffer.alloc(1), sealedContact: null, receivedAt: new Date(), demo: false },
  })

const answers = ['passed-on', 'answered', 'not-enough-information']
const told = ['question', ...answers]
const acts = ['note', ...told]
const decisions = ['identity-approved', 'identity-refused']
const kinds = [
  'addition',
  'file-added',
  'to-superior',
  'identity-requested',
  'identity-approved',
  'merged',
  ...acts,
]

interface Written {
  tip: number
  kind: string
  /** The tip that it was joined to, or came along with. */
  other: number | null
}
const statesOf = () =>
  db.query(
    `select tip_id as "tipId", queue, status, waiting, told, merged, identity_asked as asked
     from tip_states order by tip_id`,
  )
const insert = (entries: readonly Written[]) =>
  db.query(
    `insert into tip_entries (tip_id, kind, at, other_tip_id)
     select tip, kind, now(), other from jsonb_to_recordset($1::jsonb) as entry(tip bigint, kind text, other bigint)`,
    [JSON.stringify(entries)],
  )

/** What the entries of all tips, oldest first, say about one. */
function sumOf(tipId: number, all: readonly Written[]) {
  const last = (tip: number, some: readonly string[]) =>
    Math.max(-1, ...all.flatMap((entry, at) => (entry.tip === tip && some.includes(entry.kind) ? [at] : [])))
  const joined = all.flatMap(({ tip, kind, other }, at) => {
    const alone = (later: Written) =>
      later.tip === tip && later.kind === 'to-superior' && later.other === null
    return kind === 'merged' && !all.slice(at).some(alone) ? [{ tip, other, at }] : []
  })
  const own = all.filter(({ tip }) => tip === tipId).map(({ kind }) => kind)
  const count = (some: readonly string[]) => own.filter((kind) => some.includes(kind)).length
  const acted = last(tipId, acts)
  const stands = all[last(tipId, [...answers, 'to-superior'])]?.kind
  return {
    tipId,
    queue: own.includes('to-superior') ? 'superior' : 'unit',
    status: stands === undefined || stands === 'to-superior' ? 'received' : stands,
    waiting:
      last(tipId, ['addition']) > acted ||
      (acted >= 0 && last(tipId, ['file-added']) > acted) ||
      joined.some(
        ({ tip, other, at }) =>
          other === tipId && last(tip, ['addition', 'file-added']) > Math.max(at, last(tip, acts), acted),
      ),
    told: last(tipId, told) >= 0,
    merged: joined.some(({ tip }) => tip === tipId),
    asked: count(['identity-requested']) > count(decisions),
  }
}

async function sums() {
  const entries = await db.query<Written>(
    'select tip_id as tip, kind, other_tip_id as other from tip_entries order by id',
  )
  const tips = await db.query<{ id: number }>('select id from tips order by id')
  return tips.map(({ id }) => sumOf(id, entries))
}

test('what is kept for lists is what the entries add up to, whoever writes them', async () => {
  const tip = fc.integer({ min: 1, max: 3 })
  const entry = fc.record({ tip, kind: fc.constantFrom(...kinds), other: fc.option(tip) })
  const writes = fc.array(fc.array(entry, { minLength: 1, maxLength: 3 }), { maxLength: 8 })
  let before = 0
  await fc.assert(
    fc.asyncProperty(writes, async (statements) => {
      for (const code of ['A', 'B', 'C']) await addTip(`${code}${before}`)
      for (const entries of statements) {
        await insert(
          entries.map(({ tip, kind, other }) => ({
            tip: tip + before,
            kind,
            other: other && other + before,
          })),
        )
      }
      before += 3
      expect(await statesOf()).toEqual(await sums())
    }),
    { numRuns: 60 },
  )
})

test('of two entries at once neither is forgotten', async () => {
  await addTip('A')
  await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      insert([{ tip: 1, kind: index % 2 ? 'addition' : 'answered', other: null }]),
    ),
  )
  expect(await statesOf()).toEqual(await sums())
})

test('of an addition and a joining at once neither is forgotten', async () => {
  for (const code of ['A', 'B', 'C']) await addTip(code)
  const joinings = [1, 3].map((tip) => insert([{ tip, kind: 'merged', other: 2 }]))
  const additions = Array.from({ length: 12 }, (_, at) =>
    insert([{ tip: [1, 2, 3][at % 3]!, kind: at % 4 ? 'addition' : 'note', other: null }]),
  )
  await Promise.all([...additions.slice(0, 6), ...joinings, ...additions.slice(6)])
  expect(await statesOf()).toEqual(await sums())
})
