import type { RetentionPeriods } from '../content/content.ts'
import type { Database, Queries } from '../db/database.ts'
import type { EvidenceFolder } from '../evidence/evidence-folder.ts'
import type { Expired, RemoveFiles } from './retention.ts'

const day = 24 * 3_600_000
const batch = 100
/** A file without a row may be one whose row is being written. */
const strayFor = day

export type SweepRule = 'unfinished' | 'withoutTip'
type Periods = RetentionPeriods['files']

/** Everything in the folder that rows of these files lead to. */
const namesOf = `select f.name from tip_files f where f.id = any($1) and f.name is not null
  union all select p.name from tip_file_parts p where p.file_id = any($1)`

/** Files that became part of no tip and whose time is over. */
export async function findSweepable(
  db: Queries,
  { unfinishedDays, withoutTipDays }: Periods,
  now: Date,
  most = batch,
): Promise<{ id: number; rule: SweepRule }[]> {
  return db.query(
    `select id, case when state <> 'stored' and begun_at < $1 then 'unfinished' else 'withoutTip' end as rule
     from tip_files f
     where (state <> 'stored' and begun_at < $1)
        or (begun_at < $2 and not exists (select from tips t where t.client_key_hash = f.owner_hash))
     order by id limit $3`,
    [new Date(now.getTime() - unfinishedDays * day), new Date(now.getTime() - withoutTipDays * day), most],
  )
}

/**
 * Removes them, then what lies in the folder without a row: work that was interrupted between disk and database, on
 * either side, ends here. Tokens that have ended are forgotten.
 */
export async function sweepFiles(
  db: Database,
  folder: EvidenceFolder,
  periods: Periods,
  now: Date,
): Promise<Map<SweepRule | 'stray', number>> {
  const counts = new Map<SweepRule | 'stray', number>()
  for (;;) {
    const found = await findSweepable(db, periods, now)
    if (found.length === 0) break
    const ids = found.map(({ id }) => id)
    const names = await db.query<{ name: string }>(namesOf, [ids])
    // A tip may have come at the last moment: what is its own by now stays, and its names with it.
    const gone = await db.query<{ id: number }>(
      `delete from tip_files f where id = any($1) and (state <> 'stored'
         or not exists (select from tips t where t.client_key_hash = f.owner_hash)) returning id`,
      [ids],
    )
    if (gone.length === found.length) await folder.remove(names.map(({ name }) => name))
    for (const { rule } of found) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  }
  await db.query(
    `update tip_files set token_hash = null, token_until = null where state = 'arriving' and token_until < $1`,
    [now],
  )
  const stray = await removeStrays(db, folder, now)
  return stray > 0 ? counts.set('stray', stray) : counts
}

async function removeStrays(db: Queries, folder: EvidenceFolder, now: Date): Promise<number> {
  const rows = await db.query<{ name: string }>(
    'select name from tip_files where name is not null union all select name from tip_file_parts',
  )
  return folder.removeOthers(new Set(rows.map(({ name }) => name)), new Date(now.getTime() - strayFor))
}

/** For the removal of tips: their files go from the folder before the rows go that lead to them. */
export const filesRemover =
  (db: Queries, folder: EvidenceFolder): RemoveFiles =>
  async (tips: readonly Expired[]) => {
    const files = await db.query<{ id: number }>('select id from tip_files where owner_hash = any($1)', [
      tips.map(({ clientKeyHash }) => clientKeyHash),
    ])
    const names = await db.query<{ name: string }>(namesOf, [files.map(({ id }) => id)])
    await folder.remove(names.map(({ name }) => name))
  }
