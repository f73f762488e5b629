import type { TestProject } from 'vitest/node'
import { readMigrations } from '#server/db/migration-files.ts'
import { migrateServer } from '#server/db/server-database.ts'
import { databaseUrl, onServer } from './server-databases.ts'
import { makeSnapshot } from './snapshot.ts'

declare module 'vitest' {
  interface ProvidedContext {
    testDatabase: { kind: 'embedded'; snapshot: string } | { kind: 'server'; url: string; template: string }
  }
}

/** Migrates once; each test file then starts from a copy. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const url = process.env['TEST_DATABASE_URL']
  if (url) return makeTemplate(project, url)
  project.provide('testDatabase', { kind: 'embedded', snapshot: await makeSnapshot() })
  return undefined
}

async function makeTemplate(project: TestProject, url: string): Promise<() => Promise<void>> {
  const template = `portal_template_${process.pid}_${Date.now()}`
  await onServer(url, `create database ${template} encoding 'UTF8' template template0`)
  await migrateServer(databaseUrl(url, template), readMigrations(), () => undefined)
  project.provide('testDatabase', { kind: 'server', url, template })
  return () => onServer(url, `drop database if exists ${template} with (force)`)
}
