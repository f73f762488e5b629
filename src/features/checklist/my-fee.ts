import { addDays, formatDayWithWeekday } from '#contract/day.ts'
import type { Fee } from '#contract/fees.ts'
import { formatMoney } from '#contract/money.ts'

export interface MyFee {
  amount: number | null
  why: string
  /** The next known change for this person. */
  next: { on: string; amount: number | null } | null
}

/** The general amount on a day not before the one for which the server computed the fee. */
function generalOn({ amount, next }: Fee, day: string): number | null {
  return next && day >= next.on ? next.amount : amount
}

const lowest = (one: number | null, other: number | null) => (one ?? Infinity) - (other ?? Infinity)

function amountOn(fee: Fee, meets: readonly string[], day: string): { amount: number | null; why: string } {
  const general = generalOn(fee, day)
  const mine = fee.reduced.filter(
    ({ condition, until }) => meets.includes(condition) && (until === null || day <= until),
  )
  const [best] = [...mine].sort((a, b) => lowest(a.amount, b.amount))
  if (best && lowest(best.amount, general) < 0) return best
  // The server's reason is that of the day it computed: after a change it would be wrong.
  return { amount: general, why: general === fee.amount ? fee.why : '' }
}

/** What this person pays on a day, from a fee that may have been kept on the phone for months. */
export function myFee(fee: Fee, meets: readonly string[], day: string): MyFee {
  const now = amountOn(fee, meets, day)
  const borders = [
    ...(fee.next ? [fee.next.on] : []),
    ...fee.reduced.flatMap(({ until }) => (until === null ? [] : [addDays(until, 1)])),
  ]
  const change = borders
    .filter((border) => border > day)
    .sort()
    .map((on) => ({ on, amount: amountOn(fee, meets, on).amount }))
    .find(({ amount }) => amount !== now.amount)
  return { amount: now.amount, why: now.why, next: change ?? null }
}

export function amountWords(amount: number | null): string {
  if (amount === null) return 'Hỏi mức thu ở nơi nộp hồ sơ'
  return amount === 0 ? 'Không thu tiền' : formatMoney(amount)
}

export function nextWords({ next }: MyFee): string {
  return next ? `Từ ${formatDayWithWeekday(next.on)}: ${amountWords(next.amount).toLowerCase()}.` : ''
}
