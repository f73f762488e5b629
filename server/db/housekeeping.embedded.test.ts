import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type DataFolder, makeDataFolder } from '#server/testing/data-folder.ts'
import { EmbeddedDatabase } from './embedded-database.ts'
import { openEngine } from './embedded-engine.ts'
import { startHousekeeping } from './housekeeping.ts'

const MB = 1024 * 1024

let data: DataFolder
let database: EmbeddedDatabase
const logged: string[] = []
const log = (message: string) => void logged.push(message)
beforeAll(async () => {
  data = await makeDataFolder()
})
beforeEach(async () => {
  database = new EmbeddedDatabase(await openEngine(join(data.path, 'db'), log))
  await database.query('drop table if exists load')
  await database.query('create table load (id int primary key, body text)')
  // Uncompressed, so that what a test writes also weighs something.
  await database.query('alter table load alter column body set storage external')
  await database.script('checkpoint')
})
afterEach(async () => {
  await database.close()
  expect(logged).toEqual([])
})
afterAll(() => data.remove())

/** Every byte of the write-ahead log on the disk. */
function walSize(): number {
  const folder = join(data.path, 'db/pg_wal')
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { name }) => sum + statSync(join(folder, name)).size, 0)
}

/** Writes about 5 MB of log. */
async function write(round: number): Promise<void> {
  const text =
    'insert into load select $1 * 1000 + n, repeat(md5(random()::text), 100) from generate_series(1, 1000) n'
  await database.query(text, [round])
  await database.query('update load set body = body || $1 where id >= $2', ['x', round * 1000])
}

test('the log on the disk stays bounded under a load of writes', async () => {
  const housekeeping = startHousekeeping(database, { log, everyMs: 5, walBytes: 16 * MB })
  let largest = 0
  for (let round = 0; round < 30; round += 1) {
    await write(round)
    largest = Math.max(largest, walSize())
    await sleep(10)
  }
  await housekeeping.stop()
  const [row] = await database.query<{ written: number }>(
    `select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::float8 as written`,
  )
  expect(row?.written).toBeGreaterThan(120 * MB)
  expect(largest).toBeLessThanOrEqual(80 * MB)
})

test('dead rows are cleared away and the planner learns about the table', async () => {
  const housekeeping = startHousekeeping(database, { log, everyMs: 60_000, vacuumEveryMs: 0 })
  await database.query(`insert into load select n, 'x' from generate_series(1, 2000) n`)
  await database.query(`update load set body = 'y'`)
  await housekeeping.round()
  const [first] = await database.query<{ rows: number }>(
    `select reltuples::int as rows from pg_class where relname = 'load'`,
  )
  expect(first?.rows).toBe(2000)
  // Vacuumed rows leave room: the table does not grow by further updates.
  const size = `select pg_relation_size('load') as bytes`
  const [before] = await database.query<{ bytes: number }>(size)
  for (let round = 0; round < 5; round += 1) {
    await database.query('update load set body = $1', [String(round)])
    // PostgreSQL hands its counters on once a second.
    await sleep(1_050)
    await housekeeping.round()
  }
  const [after] = await database.query<{ bytes: number }>(size)
  await housekeeping.stop()
  expect(after?.bytes).toBeLessThanOrEqual((before?.bytes ?? 0) * 1.5)
})

test('waits for an open transaction', async () => {
  const housekeeping = startHousekeeping(database, { log, everyMs: 60_000, vacuumEveryMs: 0, walBytes: 0 })
  const transaction = database.tx(async (tx) => {
    await tx.query(`insert into load values (1, 'x')`)
    await sleep(50)
    await tx.query(`insert into load values (2, 'x')`)
  })
  let done = false
  const round = housekeeping.round().then(() => (done = true))
  await sleep(20)
  expect(done).toBe(false)
  await Promise.all([transaction, round])
  await housekeeping.stop()
  expect(await database.query('select count(*) as n from load')).toEqual([{ n: 2 }])
})
