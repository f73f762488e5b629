import type { Database } from '../db/database.ts'
import { usualPace } from './settings.ts'

const day = 24 * 3_600_000
/** The record of a consent outlives it: somebody may ask what was agreed to. */
const consentDays = 730

/** Drops what is too old to be told, and forgets what was told `keepDays` ago. */
export async function tidyUpdates(db: Database, now: Date, keepDays: number): Promise<void> {
  const before = (ms: number) => new Date(now.getTime() - ms)
  await db.query(
    `update update_changes set dropped = 'stale' where message_id is null and dropped is null and made_at < $1`,
    [before(usualPace.staleMs)],
  )
  await db.query(`delete from update_messages where state <> 'open' and settled_at < $1`, [
    before(keepDays * day),
  ])
  await db.query(
    `delete from update_changes where message_id is null and dropped is not null and made_at < $1`,
    [before(keepDays * day)],
  )
  await db.query('delete from update_subscriptions where ended_at < $1', [before(consentDays * day)])
}
