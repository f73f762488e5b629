import type { Queries } from '../db/database.ts'

/** So many failures within the counting time, then nothing for as long as the block lasts. */
export interface LimitRule {
  failures: number
  countingMinutes: number
  blockMinutes: number
}

const day = 24 * 60

/** The domain's rule: five tries in a quarter of an hour for each caller, ten wrong factors close a code for a day. */
export const callerRule: LimitRule = { failures: 5, countingMinutes: 15, blockMinutes: 15 }
export const codeRule: LimitRule = { failures: 10, countingMinutes: day, blockMinutes: day }
/** For callers while somebody is guessing everywhere: then patience must not buy more tries. */
export const guardedCallerRule: LimitRule = { failures: 5, countingMinutes: day, blockMinutes: day }

/** Once it erred, a shared address may err once more for each file opened from it within a day, up to so many. */
const mostAllowance = 45

/** Whom or what a failure counts against. Only the keyed hash and the kind are stored. */
export interface Subject {
  hash: string
  kind: 'code' | 'user' | 'address'
  /** Of a code that exists. */
  applicationId?: number | null
}

/**
 * Counts one failure; answers the seconds to wait when it came after the last one allowed. It lives in the database,
 * so a restart forgets nothing and several processes share it; the row lock of the upsert makes concurrent failures
 * add up.
 */
export async function countFailure(
  db: Queries,
  { hash, kind, applicationId = null }: Subject,
  rule: LimitRule,
): Promise<number | null> {
  const [row] = await db.query<{ tooMany: boolean; blockedFor: number | null }>(
    `with allowed as (
       select $2::int + count(*)::int as failures from (
         select from lookup_openings where caller = $1 and until > now() limit $5::int) opened
     ), counted as (
       insert into lookup_limits as l (subject, failures, counting_until, blocked_until, application_id, kind)
       values ($1, 1, now() + make_interval(mins => $3::int), null, $6::bigint, $7)
       on conflict (subject) do update set
         application_id = excluded.application_id, kind = excluded.kind,
         failures = case when l.counting_until <= now() then 1 else l.failures + 1 end,
         counting_until = case when l.counting_until <= now() then excluded.counting_until else l.counting_until end,
         blocked_until = case
           when l.counting_until > now() and l.failures + 1 >= (select failures from allowed)
             then now() + make_interval(mins => $4::int)
           else l.blocked_until end
       returning failures, blocked_until
     )
     select counted.failures > allowed.failures as "tooMany",
            extract(epoch from counted.blocked_until - now())::float8 as "blockedFor"
     from counted, allowed`,
    [hash, rule.failures, rule.countingMinutes, rule.blockMinutes, mostAllowance, applicationId, kind],
  )
  return row?.tooMany ? row.blockedFor : null
}

/** Earns the caller an allowance for a day. Only asked of callers who erred: other look-ups write nothing. */
export async function rememberOpening(db: Queries, caller: string, code: string): Promise<void> {
  await db.query(
    `insert into lookup_openings (caller, code, until) values ($1, $2, now() + interval '1 day')
     on conflict (caller, code) do update set until = excluded.until`,
    [caller, code],
  )
}

/** Rows that limit nobody any more; they would otherwise keep (hashed) traces of callers. */
export async function forgetOldFailures(db: Queries): Promise<void> {
  await db.query(
    'delete from lookup_limits where counting_until < now() and (blocked_until is null or blocked_until < now())',
  )
  await db.query('delete from lookup_openings where until < now()')
}
