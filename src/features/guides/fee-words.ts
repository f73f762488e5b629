import { dayOf, formatDay, formatDayWithWeekday } from '#contract/day.ts'
import type { Fee } from '#contract/fees.ts'
import { formatMoney } from '#contract/money.ts'

export function amountText(amount: number | null): string {
  if (amount === null) return 'Hỏi nơi nộp hồ sơ'
  return amount === 0 ? 'Không thu tiền' : formatMoney(amount)
}

/** All fees of a guide in a few words; nothing when there is no fee table. */
export function feeInBrief(fees: readonly Fee[]): string | undefined {
  if (fees.length === 0) return undefined
  const amounts = fees.flatMap(({ amount }) => (amount === null ? [] : [amount]))
  if (amounts.length === 0) return amountText(null)
  if (amounts.length < fees.length) return 'Tùy trường hợp'
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

/** A phone's copy may be older than the change it announces; reductions of the old amount are then unknown. */
export function asOfToday(fee: Fee, today = dayOf(new Date())): Fee {
  const { next } = fee
  if (!next || today < next.on) return fee
  const why = `Mức áp dụng từ ${formatDayWithWeekday(next.on)}`
  return { ...fee, amount: next.amount, why, reduced: [], next: null }
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
