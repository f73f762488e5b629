import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DatabaseUnavailable } from './database.ts'
import { openDatabase } from './open-database.ts'

let dataDir: string
let migrations: string
let logged: string[] = []
beforeAll(() => {
  dataDir = join(mkdtempSync(join(tmpdir(), 'portal-open-')), 'not', 'yet')
  migrations = mkdtempSync(join(tmpdir(), 'portal-open-migrations-'))
  writeFileSync(
    join(migrations, '0001_notes.sql'),
    'create table notes (text text); create extension unaccent;',
  )
})
afterAll(() => {
  rmSync(join(dataDir, '../..'), { recursive: true })
  rmSync(migrations, { recursive: true })
})

function open() {
  logged = []
  return openDatabase({ dataDir, migrations, log: (message) => void logged.push(message) })
}

test('the first start makes the database, also after one that was cut off, and says so', async () => {
  mkdirSync(join(dataDir, 'db.creating/base'), { recursive: true })
  writeFileSync(join(dataDir, 'db.creating/PG_VERSION'), '1')
  const database = await open()
  expect(logged).toEqual([
    `Creating the embedded database in ${join(dataDir, 'db')}, this takes a few seconds once`,
    'Applied migration 0001_notes.sql',
  ])
  expect(existsSync(join(dataDir, 'db.creating'))).toBe(false)
  expect(database.kind).toBe('embedded')
  await database.query('insert into notes values ($1)', ['Xin chào'])
  await database.close()
})

test('a later start finds what was stored and says nothing', async () => {
  const database = await open()
  expect(await database.query(`select text, unaccent('Đường') as plain from notes`)).toEqual([
    { text: 'Xin chào', plain: 'Duong' },
  ])
  expect(logged).toEqual([])
  await database.close()
})

test('one process per folder, until it has closed', async () => {
  const database = await open()
  await expect(open()).rejects.toThrow('Another process uses the data folder')
  const last = database.query(`insert into notes values ('last') returning text`)
  await database.close()
  expect(await last).toEqual([{ text: 'last' }])
  await expect(database.query('select 1')).rejects.toBeInstanceOf(DatabaseUnavailable)
  await (await open()).close()
})

test('a start that is refused leaves the folder free', async () => {
  rmSync(join(migrations, '0001_notes.sql'))
  await expect(open()).rejects.toThrow('newer than this program')
  writeFileSync(
    join(migrations, '0001_notes.sql'),
    'create table notes (text text); create extension unaccent;',
  )
  writeFileSync(join(dataDir, 'db/PG_VERSION'), '17\n')
  await expect(open()).rejects.toThrow('was written by PostgreSQL 17, this version brings 18')
  writeFileSync(join(dataDir, 'db/PG_VERSION'), '18\n')
  await (await open()).close()
})
