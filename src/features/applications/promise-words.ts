import type { Application } from '#contract/applications.ts'
import type { WorkCalendar } from '#contract/calendar.ts'
import { dayOf, formatDayWithWeekday } from '#contract/day.ts'
import { remaining } from '#contract/working-days.ts'
import { statusWords } from './status-words.ts'

const dayLength = 86_400_000

/** Calendar days from one day to another; negative when it has passed. */
export function daysUntil(day: string, today: string): number {
  return Math.round((Date.parse(day) - Date.parse(today)) / dayLength)
}

type Promised = Pick<Application, 'status' | 'overdue' | 'promisedOn'>

/**
 * `còn 3 ngày làm việc`, `hôm nay`, `quá hẹn 2 ngày`; empty when there is nothing to count. Whether it is late is the
 * server's word: a phone's clock may be wrong. Where days off are not announced, calendar days are counted.
 */
export function countWords(
  { status, overdue, promisedOn }: Promised,
  today: string,
  calendar: WorkCalendar | undefined,
): string {
  if (promisedOn === null || !statusWords[status].waiting) return ''
  const days = daysUntil(promisedOn, today)
  if (overdue) return days < 0 ? `quá hẹn ${-days} ngày` : 'đã quá hẹn'
  if (days <= 0) return days === 0 ? 'hôm nay' : ''
  const left = calendar && remaining(calendar, promisedOn, today)
  return left?.kind === 'left' ? `còn ${left.days} ngày làm việc` : `còn ${days} ngày`
}

/** In a list: the day and what is left until then. */
export function promiseLine(application: Promised, calendar: WorkCalendar | undefined): string {
  const { promisedOn, status } = application
  if (promisedOn === null || !statusWords[status].waiting) return ''
  const count = countWords(application, dayOf(new Date()), calendar)
  return `Hẹn ${formatDayWithWeekday(promisedOn)}${count && `, ${count}`}.`
}
