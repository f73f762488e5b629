import * as v from 'valibot'
import { addDays } from './day.ts'
import { Day } from './text.ts'

/** A period in which something holds, both ends included; `until: null` means no known end. */
const Period = { from: Day, until: v.nullable(Day) }
const Amount = v.pipe(v.number(), v.integer(), v.minValue(0))

/** One row of a fee: the base amount, a reduction for all, or (with `condition`) one for those who meet it. */
export const FeeRule = v.object({
  ...Period,
  /** Null where the law sets an amount that we have not read: one asks where one files. */
  amount: v.nullable(Amount),
  why: v.string(),
  condition: v.optional(v.string()),
  source: v.string(),
})
export type FeeRule = v.InferOutput<typeof FeeRule>

export const FeeTable = v.object({
  id: v.string(),
  label: v.string(),
  rules: v.pipe(v.array(FeeRule), v.minLength(1)),
})
export type FeeTable = v.InferOutput<typeof FeeTable>

/** What one pays on a given day. Amounts in đồng. */
export const Fee = v.object({
  /** Of its table. */
  id: v.string(),
  label: v.string(),
  /** The amount for everybody; null when it is not known for the day. */
  amount: v.nullable(Amount),
  why: v.string(),
  source: v.string(),
  /** Lower amounts for people who meet a condition. */
  reduced: v.array(
    v.object({ amount: Amount, why: v.string(), condition: v.string(), until: v.nullable(Day) }),
  ),
  /** The next known change of the general amount. */
  next: v.nullable(v.object({ on: Day, amount: v.nullable(Amount) })),
})
export type Fee = v.InferOutput<typeof Fee>

const holds = (rule: Pick<FeeRule, 'from' | 'until'>, on: string) =>
  rule.from <= on && (rule.until === null || on <= rule.until)

/** The lowest unconditional rule in force: where several reductions meet, the highest one applies (TT 117/2026 Điều 2 k2). */
function generalRule(table: FeeTable, on: string): FeeRule | undefined {
  const inForce = table.rules.filter((rule) => !rule.condition && holds(rule, on))
  return inForce.sort((a, b) => (a.amount ?? Infinity) - (b.amount ?? Infinity))[0]
}

function nextChange(table: FeeTable, on: string): Fee['next'] {
  const today = generalRule(table, on)?.amount ?? null
  const borders = table.rules
    .filter((rule) => !rule.condition)
    .flatMap((rule) => [rule.from, rule.until === null ? '' : addDays(rule.until, 1)])
    .filter((day) => day > on)
    .sort()
  for (const day of borders) {
    const amount = generalRule(table, day)?.amount ?? null
    if (amount !== today) return { on: day, amount }
  }
  return null
}

/** The fee of a table on a day: law is dated data, so the calendar decides and not a release. */
export function feeOn(table: FeeTable, on: string): Fee {
  const general = generalRule(table, on)
  const reduced = table.rules.flatMap(({ amount, why, condition, ...period }) =>
    condition && amount !== null && holds(period, on) && amount < (general?.amount ?? Infinity)
      ? [{ amount, why, condition, until: period.until }]
      : [],
  )
  return {
    id: table.id,
    label: table.label,
    amount: general?.amount ?? null,
    why: general?.why ?? 'Chưa có quy định cho ngày này',
    source: general?.source ?? '',
    reduced,
    next: nextChange(table, on),
  }
}
