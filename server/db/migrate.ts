import { DatabaseError, type Queries } from './database.ts'
import type { Migration } from './migration-files.ts'

/** A session nobody else uses meanwhile. */
export interface MigrationSession extends Queries {
  /** Several statements at once, without parameters. */
  script(text: string): Promise<void>
}

export const MIGRATIONS_TABLE = 'schema_migrations'

/** Brings the schema up to date: each file once, whole or not at all. The caller holds the lock. */
export async function migrate(
  session: MigrationSession,
  migrations: readonly Migration[],
  log: (message: string) => void,
): Promise<void> {
  await session.script(
    `create table if not exists ${MIGRATIONS_TABLE} (
      name text primary key, checksum text not null, applied_at timestamptz not null default now())`,
  )
  const applied = await session.query<{ name: string; checksum: string }>(
    `select name, checksum from ${MIGRATIONS_TABLE} order by name`,
  )
  for (const migration of pendingMigrations(migrations, applied)) {
    await apply(session, migration)
    log(`Applied migration ${migration.name}`)
  }
}

function pendingMigrations(
  known: readonly Migration[],
  applied: readonly { name: string; checksum: string }[],
) {
  for (const { name, checksum } of applied) {
    const migration = known.find((candidate) => candidate.name === name)
    if (!migration) {
      throw new Error(
        `The database is newer than this program: it has the migration ${name}, which this version does not know. ` +
          'Start the newer version, or restore the backup made before it was installed',
      )
    }
    if (migration.checksum !== checksum) {
      throw new Error(
        `The migration ${name} was changed after it had been applied. ` +
          'Put the file back as it was and write the change as a new migration',
      )
    }
  }
  const names = new Set(applied.map(({ name }) => name))
  const pending = known.filter(({ name }) => !names.has(name))
  const late = pending.find(({ name }) => name < (applied.at(-1)?.name ?? ''))
  if (late) {
    throw new Error(
      `The migration ${late.name} comes before ${applied.at(-1)?.name}, which the database already has. ` +
        'Give it the next free number',
    )
  }
  return pending
}

async function apply(session: MigrationSession, { name, text, checksum }: Migration): Promise<void> {
  await session.script('begin')
  try {
    await session.script(text)
    await session.query(`insert into ${MIGRATIONS_TABLE} (name, checksum) values ($1, $2)`, [name, checksum])
    await session.script('commit')
  } catch (error) {
    await session.script('rollback')
    if (!(error instanceof DatabaseError)) throw error
    throw new DatabaseError(
      error.code,
      `Migration ${name} failed, nothing of it was kept: ${error.message}`,
      {
        cause: error,
      },
    )
  }
}
