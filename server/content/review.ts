import { addDays } from '#contract/day.ts'
import { longestWithoutRecheck } from '#contract/forms.ts'

export interface Reviewed {
  checkedOn: string
  recheckBy?: string
  validUntil?: string | null
}

/** The last day on which a record may be shown without the banner that it is under review. */
export function goodUntil({ checkedOn, recheckBy, validUntil }: Reviewed): string {
  const recheck = recheckBy ?? addDays(checkedOn, longestWithoutRecheck)
  return validUntil && validUntil < recheck ? validUntil : recheck
}

export function isDue(record: Reviewed, day: string): boolean {
  return day > goodUntil(record)
}
