import type { WorkCalendar } from '#contract/calendar.ts'
import { dayOf } from '#contract/day.ts'
import type { TipDeadline, TipDuty } from '#contract/tip-thread.ts'
import type { ListedTip } from './desk-tips.repo.ts'
import { tipDeadlines } from './tip-deadlines.ts'
import type { TipChannel } from './tips.repo.ts'

/** The next duty that is not done yet; null when all are, or the tip is under another law. */
export function tipClock(
  calendar: WorkCalendar,
  channel: TipChannel,
  { status, told, receivedAt }: Pick<ListedTip, 'status' | 'told' | 'receivedAt'>,
  now: Date,
): (TipDeadline & { overdue: boolean }) | null {
  if (status === 'answered' || status === 'not-enough-information') return null
  const done: Partial<Record<TipDuty, boolean>> = { 'pass-on': status !== 'received', acceptance: told }
  const next = tipDeadlines(calendar, channel, receivedAt).find(({ duty }) => !done[duty])
  return next ? { ...next, overdue: isOver(next, now) } : null
}

function isOver({ day, at }: TipDeadline, now: Date): boolean {
  if (at) return now > new Date(at)
  return day !== null && dayOf(now) > day
}
