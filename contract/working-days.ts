import type { WorkCalendar } from './calendar.ts'
import { addDays, dayOf } from './day.ts'
import { timeOf, weekdayOf } from './local-time.ts'

/** The count meets `from`, of which nobody has announced whether it is worked: say so, never guess. */
export type NotAnnounced = { kind: 'not-announced'; from: string }
export type Deadline = { kind: 'known'; day: string } | NotAnnounced
/** `noon` and `close` (of office hours) say by when on that day. */
export type ReadyBy = { kind: 'known'; day: string; by: 'noon' | 'close' } | NotAnnounced

const within = (day: string) => (period: { from: string; to: string }) =>
  period.from <= day && day <= period.to

/** What civil servants do on a day; `off` is a holiday, also when it falls on a weekend. */
export function kindOfDay(calendar: WorkCalendar, day: string): 'working' | 'weekend' | 'off' | 'undecided' {
  const year = calendar.years.find((entry) => entry.year === Number(day.slice(0, 4)))
  if (!year) return 'undecided'
  if (year.off.some(within(day))) return 'off'
  if (year.workingSaturdays.includes(day)) return 'working'
  if (year.undecided.some(within(day))) return 'undecided'
  return weekdayOf(day) > 5 ? 'weekend' : 'working'
}

export function isWorkingDay(calendar: WorkCalendar, day: string): boolean | 'undecided' {
  const kind = kindOfDay(calendar, day)
  return kind === 'undecided' ? kind : kind === 'working'
}

/** The `count`-th working day after `day`, which itself is never counted; `day` as it is when `count` is 0. */
export function addWorkingDays(calendar: WorkCalendar, day: string, count: number): Deadline {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`Not a number of working days: ${count}`)
  let last = day
  // However large the count, the walk ends where the tables end: all days beyond are undecided.
  for (let left = count; left > 0;) {
    last = addDays(last, 1)
    const working = isWorkingDay(calendar, last)
    if (working === 'undecided') return { kind: 'not-announced', from: last }
    if (working) left -= 1
  }
  return { kind: 'known', day: last }
}

/** How many working days lie after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(
  calendar: WorkCalendar,
  from: string,
  to: string,
): { kind: 'known'; days: number } | NotAnnounced {
  let days = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    const working = isWorkingDay(calendar, day)
    if (working === 'undecided') return { kind: 'not-announced', from: day }
    if (working) days += 1
  }
  return { kind: 'known', days }
}

/**
 * When something received at an instant is due. The day of receipt is not counted, however late or on a Saturday
 * morning it was. Half a day (0.5) runs from morning to the close of that day, from afternoon to the next noon.
 */
export function readyBy(
  calendar: WorkCalendar,
  receipt: { receivedAt: Date; workingDays: number; afternoonFrom?: string },
): ReadyBy {
  const { receivedAt, workingDays, afternoonFrom = '12:00' } = receipt
  const day = dayOf(receivedAt)
  const half = workingDays === 0.5
  if (workingDays === 0 || (half && timeOf(receivedAt) < afternoonFrom)) {
    const working = isWorkingDay(calendar, day)
    if (working === 'undecided') return { kind: 'not-announced', from: day }
    if (working) return { kind: 'known', day, by: 'close' }
  }
  const due = addWorkingDays(calendar, day, half || workingDays === 0 ? 1 : workingDays)
  return due.kind === 'known' ? { ...due, by: half ? 'noon' : 'close' } : due
}

export type Remaining =
  { kind: 'left'; days: number } | { kind: 'today' } | { kind: 'late'; days: number } | NotAnnounced

/**
 * Working days until or since the promised day. Being late follows the calendar, as `isOverdue` does, so on the days
 * off right after the promised one it is late by 0 working days.
 */
export function remaining(calendar: WorkCalendar, promisedOn: string, today: string): Remaining {
  if (today === promisedOn) return { kind: 'today' }
  const late = today > promisedOn
  const between = late
    ? workingDaysBetween(calendar, promisedOn, today)
    : workingDaysBetween(calendar, today, promisedOn)
  return between.kind === 'known' ? { kind: late ? 'late' : 'left', days: between.days } : between
}
