import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../testing/database.ts'
import { callerRule, codeRule, countFailure, forgetOldFailures, type LimitRule } from './lookup-limits.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await openTestDatabase()
})
afterEach(() => db.empty())
afterAll(() => db.close())

const one = { hash: 's', kind: 'address' } as const

interface Row {
  failures: number
  countsFor: number
  blockedFor: number | null
}

const fail = async (rule: LimitRule, times: number) => {
  for (let time = 0; time < times; time += 1) await countFailure(db, one, rule)
}
/** Minutes left, rounded. */
const read = () =>
  db.query<Row>(
    `select failures, round(extract(epoch from counting_until - now()) / 60)::int as "countsFor",
            round(extract(epoch from blocked_until - now()) / 60)::int as "blockedFor" from lookup_limits`,
  )
const letPass = (minutes: number) =>
  db.query(
    `update lookup_limits set counting_until = counting_until - make_interval(mins => $1::int),
       blocked_until = blocked_until - make_interval(mins => $1::int)`,
    [minutes],
  )

test.for([
  ['a caller', callerRule, 5, 15, 15],
  ['a code', codeRule, 10, 1440, 1440],
] as const)('the last failure allowed to %s begins the block', async ([, rule, failures, counts, block]) => {
  await fail(rule, failures - 1)
  expect(await read()).toEqual([{ failures: failures - 1, countsFor: counts, blockedFor: null }])
  await fail(rule, 1)
  expect(await read()).toEqual([{ failures, countsFor: counts, blockedFor: block }])
})

test('failures that came at the same time all count', async () => {
  await Promise.all(Array.from({ length: 10 }, () => countFailure(db, one, codeRule)))
  expect(await read()).toMatchObject([{ failures: 10, blockedFor: 1440 }])
})

test('a failure after the counting time is a first one', async () => {
  await fail(callerRule, 4)
  await letPass(16)
  await fail(callerRule, 1)
  expect(await read()).toEqual([{ failures: 1, countsFor: 15, blockedFor: null }])
})

test('after a block one has all tries again', async () => {
  await fail(callerRule, 5)
  await letPass(16)
  await fail(callerRule, 4)
  const [row] = await read()
  expect(row).toMatchObject({ failures: 4 })
  expect(row?.blockedFor).toBeLessThanOrEqual(0)
})

test('subjects do not count for each other', async () => {
  await fail(callerRule, 4)
  await countFailure(db, { hash: 't', kind: 'address' }, callerRule)
  expect(await db.query('select subject, failures from lookup_limits order by subject')).toEqual([
    { subject: 's', failures: 4 },
    { subject: 't', failures: 1 },
  ])
})

test('sweeping keeps what still counts or blocks, and nothing else', async () => {
  await db.query(
    `insert into lookup_limits (subject, failures, counting_until, blocked_until) values
       ('counts', 1, now() + interval '1 minute', null),
       ('blocks', 5, now() - interval '1 minute', now() + interval '1 minute'),
       ('over', 1, now() - interval '1 minute', null),
       ('blocked once', 5, now() - interval '1 hour', now() - interval '1 minute')`,
  )
  await forgetOldFailures(db)
  expect(await db.query('select subject from lookup_limits order by subject')).toEqual([
    { subject: 'blocks' },
    { subject: 'counts' },
  ])
})
