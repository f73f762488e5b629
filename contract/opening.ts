import type { WorkCalendar } from './calendar.ts'
import { addDays, dayOf } from './day.ts'
import { timeOf, weekdayOf } from './local-time.ts'
import type { OpeningSpan } from './unit.ts'
import { kindOfDay } from './working-days.ts'

export type Opening =
  /** `until` is null on a day that is open from end to end. */
  | { kind: 'open'; until: string | null }
  | { kind: 'closed'; opensOn: string; opensAt: string }
  | { kind: 'unknown' }

const monday = 1
/** Longer than any Tết: a counter that does not open for so long has hours we do not understand. */
const longestClosure = 31
const endOfDay = '23:59'

const earlier = (one: string, other: string) => (one < other ? one : other)

interface DayHours {
  spans: OpeningSpan[]
  /** Whether spans were left out only because nobody has announced if the day is worked. */
  uncertain: boolean
}

function hoursOn(spans: readonly OpeningSpan[], calendar: WorkCalendar, day: string): DayHours {
  const kind = kindOfDay(calendar, day)
  // A Saturday worked in exchange for another day has the hours of a full working day.
  const weekday = kind === 'working' && weekdayOf(day) > 5 ? monday : weekdayOf(day)
  const usual = spans.filter((span) => span.days.includes(weekday))
  if (kind === 'working' || kind === 'weekend') return { spans: usual, uncertain: false }
  const kept = usual.filter((span) => span.onHolidays)
  return { spans: kept, uncertain: kind === 'undecided' && kept.length < usual.length }
}

const covers = (time: string) => (span: OpeningSpan) =>
  span.from <= time && (time < span.to || span.to === endOfDay)

/** The end of the open time around `time`, across spans that touch or overlap; undefined when it is closed. */
function closesAt(spans: readonly OpeningSpan[], time: string): string | undefined {
  const current = spans.find(covers(time))
  if (!current) return undefined
  let end = current.to
  const further = () => spans.find((span) => span.from <= end && span.to > end)
  for (let next = further(); next; next = further()) end = next.to
  return end
}

/** Whether a counter is open at an instant; `spans` is null while the unit has not supplied exact times. */
export function openingAt(spans: readonly OpeningSpan[] | null, calendar: WorkCalendar, now: Date): Opening {
  if (!spans) return { kind: 'unknown' }
  const today = dayOf(now)
  const time = timeOf(now)
  const hours = hoursOn(spans, calendar, today)
  const until = closesAt(hours.spans, time)
  if (until !== undefined) {
    const allDay = until === endOfDay && closesAt(hours.spans, '00:00') === endOfDay
    return { kind: 'open', until: allDay ? null : until }
  }
  for (let ahead = 0; ahead <= longestClosure; ahead += 1) {
    const day = addDays(today, ahead)
    const next = hoursOn(spans, calendar, day)
    if (next.uncertain) return { kind: 'unknown' }
    const starts = next.spans.map((span) => span.from).filter((from) => ahead > 0 || from > time)
    if (starts.length > 0) return { kind: 'closed', opensOn: day, opensAt: starts.reduce(earlier) }
  }
  return { kind: 'unknown' }
}
