import { Blob } from 'node:buffer'
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { PGlite } from '@electric-sql/pglite'
import { inject } from 'vitest'
import type { Database } from '#server/db/database.ts'
import { EmbeddedDatabase } from '#server/db/embedded-database.ts'
import { EXTENSIONS } from '#server/db/embedded-engine.ts'
import { EmbeddedSession } from '#server/db/embedded-session.ts'
import { migrate, MIGRATIONS_TABLE } from '#server/db/migrate.ts'
import { readMigrations } from '#server/db/migration-files.ts'
import { migrateServer, ServerDatabase } from '#server/db/server-database.ts'
import { databaseUrl, onServer } from './server-databases.ts'

export interface TestDatabase extends Database {
  /** Empties every table, also of rows that a migration put there; only the list of migrations stays. */
  empty(): Promise<void>
  /** Applies the numbered files of another folder, as a start would. */
  migrate(folder: string): Promise<void>
}

/**
 * A migrated database of one's own, one per test file: `afterEach(() => database.empty())` costs milliseconds, opening
 * costs half a second. Close it at the end. In memory, or on the server of TEST_DATABASE_URL.
 */
export async function openTestDatabase(options: { txLimitMs?: number } = {}): Promise<TestDatabase> {
  const source = inject('testDatabase')
  return source.kind === 'server'
    ? copyOnServer(source.url, source.template, options.txLimitMs)
    : loadSnapshot(source.snapshot, options.txLimitMs)
}

async function loadSnapshot(path: string, txLimitMs?: number): Promise<TestDatabase> {
  // Node's own Blob: happy-dom puts another one in its place. It is what PGlite calls a Blob all the same.
  const snapshot = new Blob([await readFile(path)]) as unknown as globalThis.Blob
  const pglite = await PGlite.create({
    loadDataDir: snapshot,
    extensions: EXTENSIONS,
    startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'],
  })
  const database = new EmbeddedDatabase({ pglite, session: new EmbeddedSession(pglite) }, txLimitMs)
  return Object.assign(database, {
    empty: () => empty(database),
    migrate: (folder: string) =>
      database.alone((session) => migrate(session, readMigrations(folder), silent)),
  })
}

async function copyOnServer(server: string, template: string, txLimitMs?: number): Promise<TestDatabase> {
  const name = `portal_test_${randomUUID().replaceAll('-', '')}`
  const url = databaseUrl(server, name)
  await onServer(server, `create database ${name} template ${template}`)
  const database = new ServerDatabase(url, silent, txLimitMs)
  const close = database.close.bind(database)
  return Object.assign(database, {
    empty: () => empty(database),
    migrate: (folder: string) => migrateServer(url, readMigrations(folder), silent),
    async close() {
      await close()
      await onServer(server, `drop database if exists ${name} with (force)`)
    },
  })
}

function silent(): void {}

async function empty(database: Database): Promise<void> {
  const tables = await database.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname = 'public' and tablename <> $1`,
    [MIGRATIONS_TABLE],
  )
  if (tables.length === 0) return
  await database.query(`truncate ${tables.map(({ name }) => name).join(', ')} restart identity cascade`)
}
