import type { Queries } from '../db/database.ts'

/** What was given with the code: 4 digits of the phone, the 6-digit PIN, or the whole number. */
export type FactorKind = 'short' | 'pin' | 'phone'

export interface Budget {
  /** Wrong factors at once, when none came for long. */
  burst: number
  /** Wrong factors a day in the long run. */
  perDay: number
}

/**
 * Wrong factors of all callers together. Callers and codes have limits of their own, but thousands of addresses that
 * try each code once stay under those. Reasons for the figures: docs/decisions/0011.
 */
export const budgets: Record<FactorKind, Budget> = {
  short: { burst: 25, perDay: 25 },
  pin: { burst: 1_000, perDay: 1_000 },
  phone: { burst: 30_000, perDay: 30_000 },
}

const daySeconds = 24 * 60 * 60

/** Seconds that one wrong factor takes to be paid off. */
export const secondsEach = ({ perDay }: Budget) => daySeconds / perDay
/** So far may the debt lie ahead of now and still leave room for one more. */
export const debtAllowed = (budget: Budget) => (budget.burst - 1) * secondsEach(budget)

/** Counts one wrong factor; one row for each kind, whose lock makes those of several processes add up. */
export async function spend(db: Queries, kind: FactorKind): Promise<void> {
  await db.query(
    `insert into lookup_budgets as b (kind, paid_off_at) values ($1, now() + make_interval(secs => $2::float8))
     on conflict (kind) do update set
       paid_off_at = greatest(b.paid_off_at, now()) + make_interval(secs => $2::float8)`,
    [kind, secondsEach(budgets[kind])],
  )
}
