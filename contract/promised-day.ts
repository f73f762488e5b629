import type { WorkCalendar } from './calendar.ts'
import { readyBy } from './working-days.ts'

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
