import type { KeptMonths } from '#contract/tips.ts'
import type { Database, Queries } from '../db/database.ts'
import type { RetentionPeriods } from '../content/content.ts'
import { toTheMinute } from './minute.ts'

export type RetentionRule = keyof RetentionPeriods['tips']

export interface Expired {
  id: number
  clientKeyHash: Buffer
  rule: RetentionRule
}

/** Removes the files of tips. It must not fail for files that are gone already: a removal may be repeated. */
export type RemoveFiles = (tips: readonly Expired[]) => Promise<void>

/** So many tips are removed in one transaction. */
const batch = 100

/** What the form may promise, whatever becomes of the tip. */
export function keptMonths({
  received,
  answered,
  notEnoughInformation,
  passedOn,
}: RetentionPeriods['tips']): KeptMonths {
  const periods = [received, answered, notEnoughInformation]
  const usual = periods.some((months) => months === null) ? null : Math.max(...periods.map(Number))
  return { usual, passedOn }
}

/** Tips whose time is over, oldest first. What last happened with a tip is when its time begins. */
export async function findExpired(
  db: Queries,
  periods: RetentionPeriods['tips'],
  now: Date,
  most = batch,
): Promise<Expired[]> {
  const months = (rule: RetentionRule) => periods[rule]
  return db.query<Expired>(
    `with dated as (
       select t.id, t.client_key_hash, greatest(t.received_at, max(e.at)) as last_at,
         case when t.wave is not null then 'wave'
              else coalesce((array_agg(s.rule order by e.id desc) filter (where s.rule is not null))[1], 'received') end as rule
       from tips t
       left join tip_entries e on e.tip_id = t.id
       left join (values ('answered', 'answered'), ('passed-on', 'passedOn'), ('to-superior', 'received'),
                         ('not-enough-information', 'notEnoughInformation')) s (kind, rule) on s.kind = e.kind
       group by t.id
     ), periods (rule, months) as (
       values ('received', $1::int), ('answered', $2::int), ('passedOn', $3::int),
              ('notEnoughInformation', $4::int), ('wave', $5::int)
     )
     select d.id, d.client_key_hash as "clientKeyHash", d.rule
     from dated d join periods p using (rule)
     where p.months is not null and d.last_at < $6::timestamptz - make_interval(months => p.months)
     order by d.id limit $7`,
    [
      months('received'),
      months('answered'),
      months('passedOn'),
      months('notEnoughInformation'),
      months('wave'),
      now,
      most,
    ],
  )
}

/** Files first: when the work is interrupted, the rows are still there and lead to what is left. */
export async function removeTips(
  db: Database,
  tips: readonly Expired[],
  { now, removeFiles }: { now: Date; removeFiles: RemoveFiles },
): Promise<void> {
  await removeFiles(tips)
  await db.tx(async (tx) => {
    for (const { id, rule } of tips) {
      await tx.query(
        'insert into tip_removals (tip_id, rule, removed_at) values ($1, $2, $3) on conflict do nothing',
        [id, rule, toTheMinute(now)],
      )
    }
    const ids = [tips.map(({ id }) => id)]
    // What points at a removed tip from elsewhere stays: it is another tip's history.
    await tx.query('delete from tip_contacts where tip_id = any($1)', ids)
    await tx.query('delete from tip_entries where tip_id = any($1)', ids)
    await tx.query('delete from tip_files where owner_hash = any($1)', [
      tips.map(({ clientKeyHash }) => clientKeyHash),
    ])
    await tx.query('delete from tips where id = any($1)', ids)
  })
}

/** Removes everything whose time is over and answers how much by each rule. */
export async function applyRetention(
  db: Database,
  periods: RetentionPeriods['tips'],
  options: { now: Date; removeFiles: RemoveFiles },
): Promise<Map<RetentionRule, number>> {
  const counts = new Map<RetentionRule, number>()
  for (;;) {
    const expired = await findExpired(db, periods, options.now)
    if (expired.length === 0) return counts
    await removeTips(db, expired, options)
    for (const { rule } of expired) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  }
}
