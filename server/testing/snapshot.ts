import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { EmbeddedDatabase } from '#server/db/embedded-database.ts'
import { EXTENSIONS } from '#server/db/embedded-engine.ts'
import { EmbeddedSession } from '#server/db/embedded-session.ts'
import { migrate } from '#server/db/migrate.ts'
import { readMigrations } from '#server/db/migration-files.ts'

const ROOT = join(import.meta.dirname, '../..')
const CACHE = join(ROOT, 'node_modules/.cache/citizen-portal')
const DAY_MS = 24 * 60 * 60 * 1000

/**
 * The path of a migrated data folder as a tar. Making one takes seconds, and vitest asks once per project, so it is
 * kept for as long as everything it is made from stays the same.
 */
export async function makeSnapshot(): Promise<string> {
  const path = join(CACHE, `test-database-${fingerprint()}.tar`)
  if (existsSync(path)) return path
  mkdirSync(CACHE, { recursive: true })
  dropOld()
  // Two runs may make it at the same time: each writes its own, and the name changes hands whole.
  const draft = `${path}.${process.pid}.draft`
  writeFileSync(draft, await migratedFolder())
  renameSync(draft, path)
  return path
}

function fingerprint(): string {
  const hash = createHash('sha256')
  for (const file of [
    'node_modules/@electric-sql/pglite/package.json',
    'server/db/migrate.ts',
    'server/db/embedded-engine.ts',
    'server/testing/snapshot.ts',
  ]) {
    hash.update(readFileSync(join(ROOT, file)))
  }
  for (const { name, checksum } of readMigrations()) hash.update(`${name} ${checksum}\n`)
  return hash.digest('hex').slice(0, 16)
}

async function migratedFolder(): Promise<Buffer> {
  const pglite = await PGlite.create({ extensions: EXTENSIONS })
  const database = new EmbeddedDatabase({ pglite, session: new EmbeddedSession(pglite) })
  await database.alone((session) => migrate(session, readMigrations(), () => undefined))
  await database.script('checkpoint')
  const dump = await pglite.dumpDataDir('none')
  await database.close()
  return Buffer.from(await dump.arrayBuffer())
}

function dropOld(): void {
  for (const name of readdirSync(CACHE)) {
    const path = join(CACHE, name)
    if (Date.now() - statSync(path).mtimeMs > DAY_MS) rmSync(path, { force: true })
  }
}
