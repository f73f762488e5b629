import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import type { TestProject } from 'vitest/node'
import { EmbeddedDatabase } from '#server/db/embedded-database.ts'
import { EXTENSIONS } from '#server/db/embedded-engine.ts'
import { EmbeddedSession } from '#server/db/embedded-session.ts'
import { migrate } from '#server/db/migrate.ts'
import { readMigrations } from '#server/db/migration-files.ts'
import { migrateServer } from '#server/db/server-database.ts'
import { databaseUrl, onServer } from './server-databases.ts'

declare module 'vitest' {
  interface ProvidedContext {
    testDatabase: { kind: 'embedded'; snapshot: string } | { kind: 'server'; url: string; template: string }
  }
}

/** Migrates once per run; each test file then starts from a copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  console.error('SETUP', project.name, performance.now())
  const url = process.env['TEST_DATABASE_URL']
  const r = await (url ? makeTemplate(project, url) : makeSnapshot(project))
  console.error('DONE', performance.now())
  return r
}

async function makeTemplate(project: TestProject, url: string): Promise<() => Promise<void>> {
  const template = `portal_template_${process.pid}_${Date.now()}`
  await onServer(url, `create database ${template} encoding 'UTF8' template template0`)
  await migrateServer(databaseUrl(url, template), readMigrations(), () => undefined)
  project.provide('testDatabase', { kind: 'server', url, template })
  return () => onServer(url, `drop database if exists ${template} with (force)`)
}

async function makeSnapshot(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'portal-test-database-'))
  const snapshot = join(folder, 'migrated.tar')
  const pglite = await PGlite.create({ extensions: EXTENSIONS })
  const database = new EmbeddedDatabase({ pglite, session: new EmbeddedSession(pglite) })
  await database.alone((session) => migrate(session, readMigrations(), () => undefined))
  // A small log and few dead rows make a small snapshot.
  await database.script('vacuum full')
  await database.script('checkpoint')
  const dump = await pglite.dumpDataDir('none')
  await writeFile(snapshot, Buffer.from(await dump.arrayBuffer()))
  await database.close()
  project.provide('testDatabase', { kind: 'embedded', snapshot })
  return () => rm(folder, { recursive: true, force: true })
}
