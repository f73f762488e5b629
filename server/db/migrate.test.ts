import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '#server/testing/database.ts'
import { DatabaseError } from './database.ts'

let database: TestDatabase
let folder: string
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  if (folder) rmSync(folder, { recursive: true })
  folder = mkdtempSync(join(tmpdir(), 'portal-migrations-'))
  await database.query('drop table if exists schema_migrations, steps, more')
  write(
    '0001_steps.sql',
    `create table steps (id int);\ninsert into steps values (1);\n-- a comment; with '\n`,
  )
})

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text)
}

async function names(): Promise<string[]> {
  const rows = await database.query<{ name: string }>('select name from schema_migrations order by name')
  return rows.map(({ name }) => name)
}

test('applies each file once, in the order of the numbers', async () => {
  write('0010_later.sql', 'insert into steps values (3)')
  write('0002_next.sql', 'insert into steps values (2);')
  write('README.md', 'not SQL')
  await database.migrate(folder)
  await database.migrate(folder)
  expect(await database.query('select id from steps')).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }])
  write('0011_last.sql', 'insert into steps values (4)')
  await database.migrate(folder)
  expect(await names()).toEqual(['0001_steps.sql', '0002_next.sql', '0010_later.sql', '0011_last.sql'])
})

test('several starts at once apply each file once', async () => {
  write('0002_slow.sql', 'create table more (id int); select pg_sleep(0.05); insert into more values (1)')
  await Promise.all([1, 2, 3, 4].map(() => database.migrate(folder)))
  expect(await database.query('select id from more')).toEqual([{ id: 1 }])
  expect(await names()).toEqual(['0001_steps.sql', '0002_slow.sql'])
})

test('a file that fails leaves nothing of itself, and the next start tries again', async () => {
  write('0002_broken.sql', 'insert into steps values (2);\nselekt;')
  const error = await database.migrate(folder).catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(DatabaseError)
  expect(String(error)).toMatch(/Migration 0002_broken.sql failed.*"selekt"/)
  expect(await names()).toEqual(['0001_steps.sql'])
  expect(await database.query('select id from steps')).toEqual([{ id: 1 }])
  write('0002_broken.sql', 'insert into steps values (2)')
  await database.migrate(folder)
  expect(await database.query('select id from steps')).toEqual([{ id: 1 }, { id: 2 }])
})

test('refuses a database that is newer than the program', async () => {
  write('0002_next.sql', 'insert into steps values (2)')
  await database.migrate(folder)
  rmSync(join(folder, '0002_next.sql'))
  write('0003_other.sql', 'insert into steps values (3)')
  await expect(database.migrate(folder)).rejects.toThrow(
    /newer than this program: .*0002_next.sql.*Start the newer/,
  )
  expect(await database.query('select id from steps')).toEqual([{ id: 1 }, { id: 2 }])
})

test('refuses a file that was changed after it had been applied, but not its line ends', async () => {
  await database.migrate(folder)
  write(
    '0001_steps.sql',
    `create table steps (id int);\r\ninsert into steps values (1);\r\n-- a comment; with '\r\n`,
  )
  await database.migrate(folder)
  write('0001_steps.sql', 'create table steps (id bigint)')
  await expect(database.migrate(folder)).rejects.toThrow(
    '0001_steps.sql was changed after it had been applied',
  )
})

test('refuses a file that slips in before one already applied', async () => {
  write('0003_third.sql', 'select 1')
  await database.migrate(folder)
  write('0002_second.sql', 'select 1')
  await expect(database.migrate(folder)).rejects.toThrow('0002_second.sql comes before 0003_third.sql')
})

test.each([
  ['2_short.sql', 'select 1', 'must be named like'],
  ['0001_twice.sql', 'select 1', 'the number 0001'],
  ['0002_own.sql', 'select 1;\nCOMMIT;\n', 'must not begin or commit'],
])('refuses %s', async (name, text, message) => {
  write(name, text)
  await expect((async () => database.migrate(folder))()).rejects.toThrow(message)
})
