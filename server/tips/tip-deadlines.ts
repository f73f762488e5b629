import type { WorkCalendar } from '#contract/calendar.ts'
import { addDays, dayOf } from '#contract/day.ts'
import { instantAt } from '#contract/local-time.ts'
import type { TipDeadline, TipStatus } from '#contract/tip-thread.ts'
import { addWorkingDays } from '#contract/working-days.ts'
import type { TipChannel } from './tips.repo.ts'

const passOnMs = 24 * 3_600_000
/** Days for a decision, as long as nobody extends them. */
const decisionDays = 20

/**
 * The duties of Điều 145–147 of the criminal procedure code and TTLT 01/2017, counted from the day of receipt. A
 * complaint about an officer follows another law, whose terms begin only when the superior has taken it.
 */
export function tipDeadlines(calendar: WorkCalendar, channel: TipChannel, receivedAt: Date): TipDeadline[] {
  if (channel === 'superior') return []
  const day = dayOf(receivedAt)
  const passOn = new Date(receivedAt.getTime() + passOnMs)
  const acceptance = addWorkingDays(calendar, day, 3)
  return [
    { duty: 'pass-on', day: dayOf(passOn), at: passOn.toISOString() },
    { duty: 'acceptance', day: acceptance.kind === 'known' ? acceptance.day : null },
    { duty: 'decision', day: addDays(day, decisionDays) },
    { duty: 'extended-decision', day: addMonths(day, 2) },
    { duty: 'latest-decision', day: addMonths(day, 4) },
  ]
}

/** The same day of a later month, or its last day where it is shorter. */
export function addMonths(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const lastDate = new Date(Date.UTC(year, month + count, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + count, Math.min(date, lastDate))).toISOString().slice(0, 10)
}

/** For each status with a term: what was received before then is late. It says of many what the clock says of one. */
export function lateBefore(channel: TipChannel, now: Date): Partial<Record<TipStatus, Date>> {
  if (channel === 'superior') return {}
  return {
    received: new Date(now.getTime() - passOnMs),
    'passed-on': instantAt(addDays(dayOf(now), -decisionDays), '00:00'),
  }
}
