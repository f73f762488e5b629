import type { WorkCalendar } from './calendar.ts'
import { weekdayOf } from './local-time.ts'
import type { Station } from './unit.ts'
import { kindOfDay, readyBy } from './working-days.ts'

/**
 * The day to promise for a file: the procedure's working days after its acceptance. Null when the law gives no plain
 * number of days or the calendar is not announced that far: then nothing is promised.
 */
export function promisedDay(
  calendar: WorkCalendar,
  workingDays: number | null,
  acceptedAt: Date,
): string | null {
  if (workingDays === null) return null
  const due = readyBy(calendar, { receivedAt: acceptedAt, workingDays })
  return due.kind === 'known' ? due.day : null
}

/**
 * Whether somebody who comes on this day finds the place open, as far as anybody can say: a working day, or a day of the
 * weekend on which one of its counters takes files. `undefined` hours: of a station that nobody knows.
 */
export function mayPromise(
  calendar: WorkCalendar,
  hours: Station['hours'] | undefined,
  day: string,
): boolean {
  const kind = kindOfDay(calendar, day)
  if (kind === 'working' || kind === 'undecided') return true
  if (kind === 'off') return false
  const days = (hours ?? [])
    .filter(({ groups }) => groups)
    .flatMap(({ spans, days = [] }) => spans?.flatMap((span) => span.days) ?? days)
  return days.includes(weekdayOf(day))
}
