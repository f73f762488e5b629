import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { databaseUrl, onServer } from '#server/testing/server-databases.ts'
import { DatabaseUnavailable } from './database.ts'
import { openDatabase } from './open-database.ts'
import { refuseServer, ServerDatabase } from './server-database.ts'

const silent = () => undefined

test.each([
  [
    { number: 140_011, version: '14.11', encoding: 'UTF8' },
    'PostgreSQL 15 or newer is needed, DATABASE_URL leads to 14.11',
  ],
  [{ number: 150_000, version: '15.0', encoding: 'SQL_ASCII' }, 'encoding UTF8, it has SQL_ASCII'],
])('refuses %j', (facts, message) => {
  expect(() => refuseServer(facts)).toThrow(message)
})

test('takes PostgreSQL 15 and newer', () => {
  refuseServer({ number: 150_000, version: '15.0', encoding: 'UTF8' })
  refuseServer({ number: 180_004, version: '18.4', encoding: 'UTF8' })
})

test('a server that is not there is unavailable, at the start and later', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  const url = `postgres://user:secret@127.0.0.1:${port}/portal`
  const error = await openDatabase({ dataDir: '', databaseUrl: url, log: silent }).catch(
    (caught: unknown) => caught,
  )
  expect(error).toBeInstanceOf(DatabaseUnavailable)
  expect(String(error)).toContain(`ECONNREFUSED 127.0.0.1:${port}`)
  expect(String(error)).not.toContain('secret')
  const database = new ServerDatabase(url, silent)
  await expect(database.query('select 1')).rejects.toBeInstanceOf(DatabaseUnavailable)
  await expect(database.tx((tx) => tx.query('select 1'))).rejects.toBeInstanceOf(DatabaseUnavailable)
  await database.close()
})

const source = inject('testDatabase')

// Only a server has connections to break; `npm run test:postgres` runs these.
describe.runIf(source.kind === 'server')('with a server', () => {
  const server = source.kind === 'server' ? source.url : ''

  async function withDatabase(work: (url: string) => Promise<void>): Promise<void> {
    const name = `portal_test_${randomUUID().replaceAll('-', '')}`
    await onServer(server, `create database ${name}`)
    try {
      await work(databaseUrl(server, name))
    } finally {
      await onServer(server, `drop database ${name} with (force)`)
    }
  }

  test('several processes may start at once on a new database', () =>
    withDatabase(async (url) => {
      const dataDir = join(mkdtempSync(join(tmpdir(), 'portal-server-')), 'unused')
      const logged: string[] = []
      const start = () =>
        openDatabase({ dataDir, databaseUrl: url, log: (message) => void logged.push(message) })
      const databases = await Promise.all([start(), start(), start()])
      expect(databases.map(({ kind }) => kind)).toEqual(['server', 'server', 'server'])
      expect(logged).toEqual([...new Set(logged)])
      await Promise.all(databases.map((database) => database.close()))
      rmSync(join(dataDir, '..'), { recursive: true })
    }))

  test('a connection that is cut is unavailable once, and the next query has a new one', () =>
    withDatabase(async (url) => {
      const database = new ServerDatabase(url, silent)
      const cut = 'select pg_terminate_backend(pg_backend_pid())'
      for (let round = 0; round < 12; round += 1) {
        await expect(database.query(cut)).rejects.toBeInstanceOf(DatabaseUnavailable)
        const inTx = database.tx(async (tx) => {
          await tx.query('select 1')
          await tx.query(cut)
        })
        await expect(inTx).rejects.toBeInstanceOf(DatabaseUnavailable)
      }
      expect(await database.query('select 1 as one')).toEqual([{ one: 1 }])
      await database.close()
    }))

  test('a refused statement does not cost the connection', () =>
    withDatabase(async (url) => {
      const database = new ServerDatabase(url, silent)
      const pid = 'select pg_backend_pid() as pid'
      const before = await database.query(pid)
      await expect(database.query('select 1 / 0')).rejects.toHaveProperty('code', '22012')
      await expect(database.tx((tx) => tx.query('select 1 / 0'))).rejects.toHaveProperty('code', '22012')
      expect(await database.query(pid)).toEqual(before)
      await database.close()
    }))

  test('more requests than connections all get their turn', () =>
    withDatabase(async (url) => {
      const database = new ServerDatabase(url, silent)
      const work = Array.from({ length: 50 }, (_, n) =>
        database.tx((tx) => tx.query(`select $1::int as n`, [n])),
      )
      expect(await Promise.all(work)).toEqual(work.map((_, n) => [{ n }]))
      await database.close()
    }))
})
