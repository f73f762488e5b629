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
