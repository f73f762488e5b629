import type { BlockedSignIn, GuessedAccount } from '#contract/desk-session.ts'
import type { Queries } from '../db/database.ts'

/** More than anybody reads at once. */
const mostAccounts = 100

interface Keeping {
  /** Station ids where the reader keeps accounts, or `*`. */
  within: readonly string[]
  showDemo: boolean
}

/** Those that ran out of free tries within the last day; an account without any role is seen with `*` only. */
export async function listGuessedAccounts(
  db: Queries,
  { within, showDemo }: Keeping,
): Promise<(GuessedAccount & { officerId: number })[]> {
  const rows = await db.query<
    Omit<GuessedAccount, 'lastTryAt' | 'blockedUntil'> & {
      officerId: number
      lastTryAt: Date
      blockedUntil: Date | null
    }
  >(
    `select o.id as "officerId", o.login, o.name, l.kind, l.failures,
       l.forget_at - interval '1 day' as "lastTryAt",
       case when l.blocked_until > now() then l.blocked_until end as "blockedUntil"
     from sign_in_limits l join officers o on o.id = l.officer_id
     where l.blocked_until is not null and l.forget_at > now() and (not o.demo or $2)
       and ('*' = any($1::text[]) or exists (
         select from officer_grants g where g.officer_id = o.id and g.station = any($1)))
     order by l.forget_at desc, o.id limit ${mostAccounts}`,
    [within, showDemo],
  )
  return rows.map(({ lastTryAt, blockedUntil, ...account }) => ({
    ...account,
    lastTryAt: lastTryAt.toISOString(),
    blockedUntil: blockedUntil?.toISOString() ?? null,
  }))
}

/** Of the whole unit: a stranger has no station. */
export async function countBlockedSignIns(db: Queries): Promise<BlockedSignIn[]> {
  const rows = await db.query<Omit<BlockedSignIn, 'until'> & { until: Date }>(
    `select kind, count(*)::int as count, max(blocked_until) as until from sign_in_limits
     where blocked_until > now() and kind is not null group by kind order by kind`,
  )
  return rows.map((row) => ({ ...row, until: row.until.toISOString() }))
}
