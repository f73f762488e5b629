import { addDays, dayOf } from '#contract/day.ts'
import { instantAt, timeOf } from '#contract/local-time.ts'
import { quietFrom, quietUntil } from './settings.ts'

export function isQuiet(now: Date): boolean {
  const time = timeOf(now)
  return time >= quietFrom || time < quietUntil
}

/** The next end of the quiet hours; quotas begin anew before it. */
export function nextMorning(now: Date): Date {
  const day = dayOf(now)
  return instantAt(timeOf(now) < quietUntil ? day : addDays(day, 1), quietUntil)
}
