import type { EntrySource } from '#contract/entries.ts'
import type { Queries } from '../db/database.ts'

/** One sum for a day and a source: no row tells of a visit. */
export async function countEntry(db: Queries, day: string, source: EntrySource): Promise<void> {
  await db.query(
    `insert into entry_counts as sums (day, source, entries) values ($1, $2, 1)
     on conflict (day, source) do update set entries = sums.entries + 1`,
    [day, source],
  )
}

export interface EntrySum {
  day: string
  source: string
  entries: number
}

export async function listEntrySums(db: Queries, since: string): Promise<EntrySum[]> {
  return db.query<EntrySum>(
    'select day, source, entries from entry_counts where day >= $1 order by day desc, source',
    [since],
  )
}
