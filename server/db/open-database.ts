import fs from 'node:fs'
import { join } from 'node:path'
import type { Database } from './database.ts'
import { EmbeddedDatabase } from './embedded-database.ts'
import { openEngine } from './embedded-engine.ts'
import { lockFolder, type Unlock } from './folder-lock.ts'
import { startHousekeeping } from './housekeeping.ts'
import { migrate } from './migrate.ts'
import { readMigrations } from './migration-files.ts'
import { migrateServer, ServerDatabase } from './server-database.ts'

export interface OpenOptions {
  dataDir: string
  databaseUrl?: string | undefined
  log: (message: string) => void
  /** The folder of the numbered SQL files; another one only in tests. */
  migrations?: string | undefined
}

export async function openDatabase(options: OpenOptions): Promise<Database> {
  return options.databaseUrl ? openServer(options.databaseUrl, options) : openEmbedded(options)
}

async function openServer(url: string, { log, migrations }: OpenOptions): Promise<Database> {
  await migrateServer(url, readMigrations(migrations), log)
  return new ServerDatabase(url, log)
}

async function openEmbedded({ dataDir, log, migrations }: OpenOptions): Promise<Database> {
  const files = readMigrations(migrations)
  fs.mkdirSync(dataDir, { recursive: true })
  const unlock = await lockFolder(dataDir)
  try {
    const engine = await openEngine(join(fs.realpathSync(dataDir), 'db'), log)
    const database = new EmbeddedDatabase(engine)
    try {
      await database.alone((session) => migrate(session, files, log))
    } catch (error) {
      await database.close()
      throw error
    }
    return keep(database, unlock, log)
  } catch (error) {
    await unlock()
    throw error
  }
}

/** The database with its housekeeping, both ended by close(). */
function keep(database: EmbeddedDatabase, unlock: Unlock, log: (message: string) => void): Database {
  const housekeeping = startHousekeeping(database, { log })
  let closing: Promise<void> | undefined
  async function close(): Promise<void> {
    const stopped = housekeeping.stop()
    try {
      await database.close()
      await stopped
    } finally {
      await unlock()
    }
  }
  return {
    kind: database.kind,
    query: (text, params) => database.query(text, params),
    tx: (work, options) => database.tx(work, options),
    close: () => (closing ??= close()),
  }
}
