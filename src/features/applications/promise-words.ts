import type { Application } from '#contract/applications.ts'
import { statusWords } from './status-words.ts'

const dayLength = 86_400_000

/** Calendar days from one day to another; negative when it has passed. */
export function daysUntil(day: string, today: string): number {
  return Math.round((Date.parse(day) - Date.parse(today)) / dayLength)
}

/**
 * `còn 3 ngày`, `hôm nay`, `quá hẹn 2 ngày`; empty when there is nothing to count. Whether it is late is the server's
 * word: a phone's clock may be wrong.
 */
export function countWords(
  { status, overdue, promisedOn }: Pick<Application, 'status' | 'overdue' | 'promisedOn'>,
  today: string,
): string {
  if (promisedOn === null || !statusWords[status].waiting) return ''
  const days = daysUntil(promisedOn, today)
  if (overdue) return days < 0 ? `quá hẹn ${-days} ngày` : 'đã quá hẹn'
  if (days < 0) return ''
  return days === 0 ? 'hôm nay' : `còn ${days} ngày`
}
