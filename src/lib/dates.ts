import { dayOf, formatDayWithWeekday } from '#contract/day.ts'
import { timeOf } from '#contract/local-time.ts'

/** `2026-12-02T07:05:00Z` → `thứ Tư, 02/12/2026`. */
export function formatInstantDay(instant: string): string {
  return formatDayWithWeekday(dayOf(new Date(instant)))
}

/** A list from another system knows the day only: what it brought stands at midnight, and no hour is made up for it. */
export function formatStepTime(instant: string): string {
  return timeOf(new Date(instant)) === '00:00' ? formatInstantDay(instant) : formatInstant(instant)
}

/** `2026-12-02T07:05:00Z` → `14:05 thứ Tư, 02/12/2026`; of today only `14:05 hôm nay`. */
export function formatInstant(instant: string, now = new Date()): string {
  const date = new Date(instant)
  const day = dayOf(date)
  return `${timeOf(date)} ${day === dayOf(now) ? 'hôm nay' : formatDayWithWeekday(day)}`
}
