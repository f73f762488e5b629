import type { Queries } from '../db/database.ts'

/** One officer at a time changes which tips belong together, until the transaction ends. */
export async function lockJoins(tx: Queries): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtext('tip joins'))")
}

/** One officer at a time for these tips, until the transaction ends. First the one that is to be joined to another. */
export async function lockTips(tx: Queries, ...tipIds: readonly number[]): Promise<void> {
  for (const id of tipIds) await tx.query('select from tip_states where tip_id = $1 for update', [id])
}

/** The tip that this one was joined to. */
export async function joinedTo(db: Queries, tipId: number): Promise<number | undefined> {
  const [row] = await db.query<{ id: number }>('select into_id as id from tip_joins where tip_id = $1', [
    tipId,
  ])
  return row?.id
}

/** The tips that were joined to this one, oldest first. */
export async function joinedWith(db: Queries, tipId: number): Promise<number[]> {
  const rows = await db.query<{ id: number }>(
    'select tip_id as id from tip_joins where into_id = $1 order by tip_id',
    [tipId],
  )
  return rows.map(({ id }) => id)
}
