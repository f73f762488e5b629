import type { Database } from '../db/database.ts'

/** Every value of every table as bytes, the way somebody with a copy of the database could search it. */
export async function dumpDatabase(db: Database): Promise<Buffer> {
  const tables = await db.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'public'`,
  )
  const parts: Buffer[] = []
  for (const { name } of tables) {
    for (const row of await db.query<Record<string, unknown>>(`select * from ${name}`)) {
      for (const value of Object.values(row)) {
        const text = typeof value === 'string' ? value : JSON.stringify(value)
        parts.push(Buffer.isBuffer(value) ? value : Buffer.from(text), Buffer.from('\n'))
      }
    }
  }
  return Buffer.concat(parts)
}
