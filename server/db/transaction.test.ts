import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '#server/testing/database.ts'
import type { Queries } from './database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase({ txLimitMs: 5_000 })
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.query('drop table if exists entries')
  await database.query('create table entries (id int primary key)')
})

const ADD = 'insert into entries values ($1)'

async function ids(queries: Queries = database): Promise<number[]> {
  return (await queries.query<{ id: number }>('select id from entries order by id')).map(({ id }) => id)
}

test('keeps all of it and hands the result on', async () => {
  const result = await database.tx(async (tx) => {
    await tx.query(ADD, [1])
    await tx.query(ADD, [2])
    return ids(tx)
  })
  expect(result).toEqual([1, 2])
  expect(await ids()).toEqual([1, 2])
})

test('keeps nothing when work throws, and throws the same error', async () => {
  const reason = new Error('no')
  const attempt = database.tx(async (tx) => {
    await tx.query(ADD, [1])
    throw reason
  })
  await expect(attempt).rejects.toBe(reason)
  expect(await ids()).toEqual([])
})

test('keeps nothing when work throws before its first wait', async () => {
  const attempt = database.tx(() => {
    throw new Error('at once')
  })
  await expect(attempt).rejects.toThrow('at once')
  expect(await ids()).toEqual([])
})

test('says so when a swallowed error rolled everything back', async () => {
  const attempt = database.tx(async (tx) => {
    await tx.query(ADD, [1])
    await tx.query(ADD, ['x']).catch(() => undefined)
  })
  await expect(attempt).rejects.toHaveProperty('code', '25P02')
  expect(await ids()).toEqual([])
})

test('a deferred rule that breaks at the end is an error', async () => {
  await database.query(
    'alter table entries add column other int references entries deferrable initially deferred',
  )
  const attempt = database.tx((tx) => tx.query('insert into entries values (1, 99)'))
  await expect(attempt).rejects.toHaveProperty('code', '23503')
  expect(await ids()).toEqual([])
})

test('what others ask meanwhile does not slip in', async () => {
  // Twenty requests at once; each reads, waits and writes what it read. Every second one fails at its end.
  await database.query('create table if not exists counters (n int)')
  await database.query('truncate counters')
  await database.query('insert into counters values (0)')
  const requests = Array.from({ length: 20 }, async (_, index) => {
    const work = database.tx(async (tx) => {
      const [row] = await tx.query<{ n: number }>('select n from counters for update')
      await tx.query(ADD, [index])
      await sleep(5)
      await tx.query('update counters set n = $1', [(row?.n ?? 0) + 1])
      if (index % 2) throw new Error('half of them fail')
    })
    const outside = database.query(ADD, [100 + index])
    await Promise.allSettled([work, outside])
  })
  await Promise.all(requests)
  const even = Array.from({ length: 10 }, (_, index) => index * 2)
  expect(await ids()).toEqual([...even, ...Array.from({ length: 20 }, (_, index) => 100 + index)])
  expect(await database.query('select n from counters')).toEqual([{ n: 10 }])
})

test('queries of one transaction may be sent together', async () => {
  await database.tx((tx) => Promise.all([1, 2, 3].map((id) => tx.query(ADD, [id]))))
  expect(await ids()).toEqual([1, 2, 3])
  const attempt = database.tx((tx) => Promise.all([4, 1, 5].map((id) => tx.query(ADD, [id]))))
  await expect(attempt).rejects.toHaveProperty('code', '23505')
  expect(await ids()).toEqual([1, 2, 3])
})

test('using the database inside its own transaction is an error, not a deadlock', async () => {
  await expect(database.tx(() => database.query('select 1'))).rejects.toThrow('Inside tx()')
  await expect(database.tx(async () => database.tx(async () => 1))).rejects.toThrow('Inside tx()')
  await expect(
    database.tx(async (tx) => {
      await tx.query('select 1')
      await sleep(1)
      return ids(database)
    }),
  ).rejects.toThrow('Inside tx()')
  expect(await ids()).toEqual([])
})

test('what work leaves running may use the database after the end', async () => {
  let later: Promise<number[]> | undefined
  await database.tx(async (tx) => {
    await tx.query(ADD, [1])
    later = sleep(20).then(() => ids())
  })
  expect(await later).toEqual([1])
})

test('the tx is of no use after the end', async () => {
  let leaked: Queries | undefined
  await database.tx(async (tx) => {
    leaked = tx
  })
  await expect(leaked?.query('select 1')).rejects.toThrow('ended')
})

test('a query that was not awaited still belongs to the transaction', async () => {
  await database.tx(async (tx) => {
    void tx.query(ADD, [1])
    void tx.query(ADD, [2])
  })
  expect(await ids()).toEqual([1, 2])
})

test('work that hangs is rolled back, and the others go on', async () => {
  const hanging = database.tx(async (tx) => {
    await tx.query(ADD, [1])
    await sleep(60_000, undefined, { ref: false })
  })
  const waiting = ids()
  await expect(hanging).rejects.toHaveProperty('code', '25P03')
  expect(await waiting).toEqual([])
  expect(await ids()).toEqual([])
})
