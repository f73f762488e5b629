import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '#server/testing/database.ts'
import { DatabaseError, DatabaseUnavailable } from './database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.query('drop table if exists things')
  await database.query('create table things (id int primary key, name text)')
})

const INSERT = 'insert into things values ($1, $2) returning id'

test.each([
  ['a broken rule', INSERT, [1, 'again'], '23505'],
  ['a wrong value', INSERT, ['one', 'x'], '22P02'],
  ['a division by zero', 'select 1 / $1::int', [0], '22012'],
  ['bad SQL', 'selekt 1', [], '42601'],
  ['an unknown table', 'select * from nowhere', [], '42P01'],
  ['too few parameters', INSERT, [2], '08P01'],
  ['two statements', 'select 1; select 2', [], '42601'],
])('%s is a DatabaseError with its code, and the session goes on', async (_, text, params, code) => {
  await database.query(INSERT, [1, 'first'])
  for (let round = 0; round < 3; round += 1) {
    const error = await database.query(text, params).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(DatabaseError)
    expect(error).toHaveProperty('code', code)
    expect(await database.query('select * from things')).toEqual([{ id: 1, name: 'first' }])
  }
})

test('a broken rule has a name, and the row is not quoted', async () => {
  await database.query(INSERT, [1, 'Bưởi'])
  const error = await database.query(INSERT, [1, 'Bưởi']).catch((caught: unknown) => caught)
  expect(error).toHaveProperty('constraint', 'things_pkey')
  expect(String(error)).toBe('DatabaseError: duplicate key value violates unique constraint "things_pkey"')
})

test('a statement works on after its table has changed', async () => {
  const all = 'select * from things'
  await database.query(INSERT, [1, 'first'])
  expect(await database.query(all)).toEqual([{ id: 1, name: 'first' }])
  await database.query('alter table things add column note text')
  expect(await database.query(all)).toEqual([{ id: 1, name: 'first', note: null }])
  await database.query('alter table things drop column name')
  expect(await database.query(all)).toEqual([{ id: 1, note: null }])
})

test('a statement works on after all were deallocated', async () => {
  const one = 'select 1 as one'
  await database.query(one)
  await database.query('deallocate all')
  expect(await database.query(one)).toEqual([{ one: 1 }])
})

test.each(['begin', 'COMMIT', ' start transaction', 'rollback', 'savepoint a'])(
  '%s is left to tx()',
  async (text) => {
    await expect(database.query(text)).rejects.toThrow('tx()')
    await expect(database.tx((tx) => tx.query(text))).rejects.toThrow('tx()')
  },
)

test('many queries at once each get their own answer', async () => {
  const answers = await Promise.all(
    Array.from({ length: 200 }, async (_, n) => {
      const text =
        n % 10 === 0 ? 'select 1 / ($1::int - $1::int) as n' : `select $1::int as n, ${n % 7} as group`
      return database.query<{ n: number }>(text.replace('group', '"group"'), [n]).catch(() => [])
    }),
  )
  answers.forEach((rows, n) => expect(rows[0]?.n).toBe(n % 10 === 0 ? undefined : n))
})

test('a closed database is unavailable', async () => {
  const other = await openTestDatabase()
  await other.query('select 1')
  const last = other.query('select 2 as two')
  await Promise.all([other.close(), other.close()])
  expect(await last).toEqual([{ two: 2 }])
  await expect(other.query('select 1')).rejects.toBeInstanceOf(DatabaseUnavailable)
  await expect(other.tx((tx) => tx.query('select 1'))).rejects.toBeInstanceOf(DatabaseUnavailable)
})

test('empty() leaves the list of migrations', async () => {
  await database.query(INSERT, [1, 'first'])
  await database.empty()
  expect(await database.query('select * from things')).toEqual([])
  expect(await database.query('select * from schema_migrations')).not.toEqual([])
})
