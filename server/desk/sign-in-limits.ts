import type { Queries } from '../db/database.ts'

/** Whom a try counts against, and how many may fail before waiting begins. */
export interface Counted {
  subject: string
  /** `account`: tries from browsers in which it was never open. `browser`: those from one in which it was. */
  kind: 'account' | 'browser' | 'address'
  /** As it was typed; it leads to the account, where there is one, and is not stored. */
  login?: string
  free: number
}

/** Each failure beyond the free ones doubles the wait, up to a quarter of an hour: slowed down, never locked out. */
const firstWait = 30
const longestWait = 15 * 60

/**
 * Counts a try before the passphrase is looked at, so that guesses sent at once cannot outrun the count: the row lock
 * of the upsert puts them one after the other, over all processes. Answers the seconds to wait, or undefined.
 */
export async function countTry(db: Queries, counted: Counted): Promise<number | undefined> {
  const { subject, kind, login, free } = counted
  const [allowed] = await db.query<{ failures: number }>(
    `insert into sign_in_limits as l (subject, failures, blocked_until, forget_at, kind, officer_id)
     values ($1, 1, null, now() + interval '1 day', $5, (select id from officers where login = $6))
     on conflict (subject) do update set
       kind = excluded.kind, officer_id = excluded.officer_id,
       failures = case when l.forget_at <= now() then 1 else l.failures + 1 end,
       blocked_until = case when l.forget_at > now() and l.failures + 1 >= $2::int
         then now() + make_interval(secs => least($3::int * power(2, least(l.failures + 1 - $2::int, 20)), $4::int))
         else null end,
       forget_at = now() + interval '1 day'
     where l.blocked_until is null or l.blocked_until <= now()
     returning failures`,
    [subject, free, firstWait, longestWait, kind, login],
  )
  if (allowed) return undefined
  const [row] = await db.query<{ seconds: number }>(
    'select extract(epoch from blocked_until - now())::float8 as seconds from sign_in_limits where subject = $1',
    [subject],
  )
  return Math.max(1, row?.seconds ?? 1)
}

/** The try was no failure after all. */
export async function takeBack(db: Queries, { subject, free }: Counted): Promise<void> {
  await db.query(
    `update sign_in_limits set failures = failures - 1,
       blocked_until = case when failures > $2::int then blocked_until end
     where subject = $1 and failures > 0`,
    [subject, free],
  )
}

/** Whoever knows the passphrase has all tries again. */
export async function forgetTries(db: Queries, subject: string): Promise<void> {
  await db.query('delete from sign_in_limits where subject = $1', [subject])
}

export async function forgetOldTries(db: Queries): Promise<void> {
  await db.query('delete from sign_in_limits where forget_at <= now()')
}
