import fs from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { type DataFolder, makeDataFolder } from '#server/testing/data-folder.ts'
import { DatabaseUnavailable } from './database.ts'
import { DurableNodeFS } from './durable-node-fs.ts'
import { EmbeddedDatabase } from './embedded-database.ts'
import { openEngine } from './embedded-engine.ts'

let data: DataFolder
let folder: string
beforeAll(async () => {
  data = await makeDataFolder()
  folder = join(data.path, 'db')
})
afterEach(() => void vi.restoreAllMocks())
afterAll(() => data.remove())

const silent = () => undefined

async function open(): Promise<EmbeddedDatabase> {
  return new EmbeddedDatabase(await openEngine(folder, silent))
}

test('each commit reaches the disk before it is acknowledged', async () => {
  const database = await open()
  await database.query('create table commits (id int)')
  const synced = vi.spyOn(fs, 'fdatasyncSync')
  for (let id = 0; id < 20; id += 1) {
    const before = synced.mock.calls.length
    await database.query('insert into commits values ($1)', [id])
    expect(synced.mock.calls.length).toBe(before + 1)
  }
  await database.tx(async (tx) => {
    await tx.query('insert into commits values (20)')
    expect(synced).toHaveBeenCalledTimes(20)
  })
  expect(synced).toHaveBeenCalledTimes(21)
  await database.query('select * from commits')
  expect(synced).toHaveBeenCalledTimes(21)
  await database.close()
})

test('a checkpoint puts the data files and their folders on the disk', async () => {
  const database = await open()
  await database.query('create table checkpointed as select generate_series(1, 1000) as id')
  const files = vi.spyOn(fs, 'fdatasyncSync')
  const folders = vi.spyOn(fs, 'fsyncSync')
  // A new segment of the log is a new name in its folder.
  await database.query('select pg_switch_wal()')
  await database.query('insert into checkpointed values (1)')
  await database.script('checkpoint')
  expect(files.mock.calls.length).toBeGreaterThan(2)
  expect(folders.mock.calls.length).toBeGreaterThan(0)
  await database.close()
})

class StockNodeFS extends DurableNodeFS {
  protected override install(): void {}
}

test('refuses to start when commits do not reach the disk', async () => {
  const opening = openEngine(folder, silent, (path) => new StockNodeFS(path))
  await expect(opening).rejects.toThrow(
    'Refusing to start: the embedded database does not put commits on the disk',
  )
  // And leaves the folder in order.
  await (await open()).close()
})

test('a disk that fails stops the database instead of losing rows, and the next start finds them', async () => {
  const database = await open()
  await database.query('create table kept (id int)')
  await database.query('insert into kept values (1)')
  vi.spyOn(fs, 'fdatasyncSync').mockImplementation(() => {
    throw Object.assign(new Error('the disk is broken'), { code: 'EIO' })
  })
  await expect(database.query('insert into kept values (2)')).rejects.toBeInstanceOf(DatabaseUnavailable)
  vi.restoreAllMocks()
  await expect(database.query('select 1')).rejects.toThrow('Restart the server')
  await expect(database.tx((tx) => tx.query('select 1'))).rejects.toBeInstanceOf(DatabaseUnavailable)
  await database.close().catch(silent)
  const again = await open()
  expect(await again.query('select id from kept where id = 1')).toEqual([{ id: 1 }])
  await again.close()
})

test('a full disk refuses one request; what was stored stays readable', async () => {
  const database = await open()
  await database.query('create table full_disk (body text)')
  await database.query(`insert into full_disk values ('kept')`)
  const write = fs.writeSync
  vi.spyOn(fs, 'writeSync').mockImplementation((...args: Parameters<typeof fs.writeSync>) => {
    if (args[0] > 2) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' })
    return write(...args)
  })
  const fill = `insert into full_disk select repeat(md5(n::text), 100) from generate_series(1, 20000) n`
  await expect(database.query(fill)).rejects.toBeInstanceOf(DatabaseUnavailable)
  vi.restoreAllMocks()
  await database.close().catch(silent)
  const again = await open()
  expect(await again.query('select body from full_disk')).toEqual([{ body: 'kept' }])
  await again.close()
})
