import type { Queries } from '../db/database.ts'

/** So many failures within the counting time, then nothing for as long as the block lasts. */
export interface LimitRule {
  failures: number
  countingMinutes: number
  blockMinutes: number
}

/** The domain's rule: five tries in a quarter of an hour for each caller, ten wrong factors close a code for a day. */
export const callerRule: LimitRule = { failures: 5, countingMinutes: 15, blockMinutes: 15 }
export const codeRule: LimitRule = { failures: 10, countingMinutes: 24 * 60, blockMinutes: 24 * 60 }

/**
 * Counts one failure. It lives in the database, so a restart forgets nothing and several processes share it; the
 * row lock of the upsert makes concurrent failures add up.
 */
export async function countFailure(db: Queries, subject: string, rule: LimitRule): Promise<void> {
  await db.query(
    `insert into lookup_limits as l (subject, failures, counting_until, blocked_until)
     values ($1, 1, now() + make_interval(mins => $3::int), null)
     on conflict (subject) do update set
       failures = case when l.counting_until <= now() then 1 else l.failures + 1 end,
       counting_until = case when l.counting_until <= now() then excluded.counting_until else l.counting_until end,
       blocked_until = case
         when l.counting_until > now() and l.failures + 1 >= $2::int then now() + make_interval(mins => $4::int)
         else l.blocked_until end`,
    [subject, rule.failures, rule.countingMinutes, rule.blockMinutes],
  )
}

/** Rows that limit nobody any more; they would otherwise keep (hashed) traces of callers. */
export async function forgetOldFailures(db: Queries): Promise<void> {
  await db.query(
    'delete from lookup_limits where counting_until < now() and (blocked_until is null or blocked_until < now())',
  )
}
