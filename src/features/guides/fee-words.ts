import { dayOf, formatDay, formatDayWithWeekday } from '#contract/day.ts'
import type { Fee } from '#contract/fees.ts'
import { formatMoney } from '#contract/money.ts'

export function amountText(amount: number | null): string {
  if (amount === null) return 'Hỏi nơi nộp hồ sơ'
  return amount === 0 ? 'Không thu tiền' : formatMoney(amount)
}

/**
 * All fees of a guide in a few words, from the least to the most that anybody pays: who files online or is exempt reads
 * the headline too. Nothing when there is no fee table.
 */
export function feeInBrief(fees: readonly Fee[]): string | undefined {
  if (fees.length === 0) return undefined
  const all = fees.flatMap(({ amount, reduced }) => [amount, ...reduced.map((lower) => lower.amount)])
  const amounts = all.filter((amount) => amount !== null)
  if (amounts.length === 0) return amountText(null)
  if (amounts.length < all.length) return 'Tùy trường hợp'
  const lowest = Math.min(...amounts)
  const highest = Math.max(...amounts)
  if (lowest === highest) return amountText(lowest)
  return lowest === 0
    ? `Từ 0 đến ${formatMoney(highest)}`
    : `Từ ${formatMoney(lowest)} đến ${formatMoney(highest)}`
}

export function nextFeeText({ next }: Fee): string | undefined {
  if (!next) return undefined
  return `Từ ${formatDayWithWeekday(next.on)}: ${amountText(next.amount).toLowerCase()}.`
}

/** A phone's copy may be older than the change it announces, and than the end of a reduction. */
export function asOfToday(fee: Fee, today = dayOf(new Date())): Fee {
  const general = generalOn(fee, today)
  const most = general.amount ?? Infinity
  const reduced = fee.reduced.filter(
    ({ amount, until }) => amount < most && (until === null || today <= until),
  )
  return { ...general, reduced }
}

function generalOn(fee: Fee, today: string): Fee {
  const { next } = fee
  if (!next || today < next.on) return fee
  const why = `Mức áp dụng từ ${formatDayWithWeekday(next.on)}`
  return { ...fee, amount: next.amount, why, next: null }
}

export interface Reduction {
  title: string
  conditions: string[]
}

/** People in one situation pay one amount: conditions that lead to the same words are listed together. */
export function reductionsOf(fee: Fee): Reduction[] {
  const groups = new Map<string, string[]>()
  for (const { amount, why, condition, until } of fee.reduced) {
    const limit = until === null ? '' : `, đến hết ngày ${formatDay(until)}`
    const title = `${amountText(amount)} (${why.charAt(0).toLowerCase()}${why.slice(1)}${limit})`
    groups.set(title, [...(groups.get(title) ?? []), condition])
  }
  return [...groups].map(([title, conditions]) => ({ title, conditions }))
}
