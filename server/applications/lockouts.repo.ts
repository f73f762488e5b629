import type { BlockedCount, Lockout, LookupDebt } from '#contract/desk-lockouts.ts'
import type { Queries } from '../db/database.ts'
import { columns, type FileRow, files, type Reach, reachable, shown } from './desk-applications.repo.ts'
import { budgets, debtAllowed, type FactorKind, secondsEach } from './lookup-budget.ts'

/** More than anybody reads at once: while somebody walks codes, thousands may be closed. */
const mostLockouts = 200

export async function listLockouts(db: Queries, reach: Reach): Promise<Lockout[]> {
  const rows = await db.query<FileRow & { closedUntil: Date }>(
    `select l.blocked_until as "closedUntil", ${columns}
     from lookup_limits l join ${files} on a.id = l.application_id
     where ${reachable} and l.blocked_until > now() order by l.blocked_until desc, l.application_id desc limit ${mostLockouts}`,
    [reach.within, reach.showDemo],
  )
  return rows.map(({ closedUntil, ...row }) => ({
    closedUntil: closedUntil.toISOString(),
    application: shown(row, reach.today),
  }))
}

export async function liftLockout(tx: Queries, applicationId: number): Promise<boolean> {
  const lifted = await tx.query(
    'delete from lookup_limits where application_id = $1 and blocked_until > now() returning subject',
    [applicationId],
  )
  return lifted.length > 0
}

/** Of the whole unit: a caller has no station. */
export async function countBlocked(db: Queries): Promise<BlockedCount[]> {
  const rows = await db.query<Omit<BlockedCount, 'until'> & { until: Date }>(
    `select kind, count(*)::int as count, max(blocked_until) as until from lookup_limits
     where blocked_until > now() and kind is not null group by kind order by kind`,
  )
  return rows.map((row) => ({ ...row, until: row.until.toISOString() }))
}

const kinds: readonly FactorKind[] = ['short', 'pin', 'phone']

/** By the database's clock, as look-ups see it. */
export async function listDebts(db: Queries): Promise<LookupDebt[]> {
  const rows = await db.query<{ kind: FactorKind; paidOffAt: Date; seconds: number }>(
    `select kind, paid_off_at as "paidOffAt", extract(epoch from paid_off_at - now())::float8 as seconds
     from lookup_budgets`,
  )
  return kinds.map((kind) => {
    const budget = budgets[kind]
    const debt = rows.find((row) => row.kind === kind)
    const seconds = Math.max(0, debt?.seconds ?? 0)
    const full = debt !== undefined && seconds > debtAllowed(budget)
    return {
      kind,
      wrong: Math.ceil(seconds / secondsEach(budget)),
      most: budget.burst,
      fullUntil: full ? new Date(debt.paidOffAt.getTime() - debtAllowed(budget) * 1000).toISOString() : null,
    }
  })
}
