import type { WorkCalendar } from '#contract/calendar.ts'
import { fold } from '#contract/fold.ts'
import { instantAt } from '#contract/local-time.ts'
import { promisedDay } from '#contract/promised-day.ts'
import type { GuideRecord } from '../content/content.ts'

/** The guide whose title is the procedure's name, however it is marked and spaced. */
export function guideFinder(guides: readonly GuideRecord[]) {
  const byTitle = new Map(guides.map((guide) => [fold(guide.title), guide]))
  return (procedure: string): GuideRecord | null => byTitle.get(fold(procedure)) ?? null
}

/**
 * The day that the procedure's deadline leads to, as at the counter. Lists have a few hundred days, not 50,000: each is
 * counted once.
 */
export function promiseFinder(calendar: WorkCalendar) {
  const known = new Map<string, string | null>()
  return (guide: GuideRecord | null, receivedOn: string): string | null => {
    const workingDays = guide?.time?.workingDays ?? null
    const key = `${receivedOn} ${workingDays}`
    // The sheet knows no time of day: taken as the afternoon, so that half a day is not promised too early.
    const day = known.get(key) ?? promisedDay(calendar, workingDays, instantAt(receivedOn, '12:00'))
    known.set(key, day)
    return day
  }
}
