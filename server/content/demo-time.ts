import { addDays } from '#contract/day.ts'

/** An instant at a time of day in Viet Nam, which has no summer time. */
export function instantAt(day: string, time: string): string {
  return new Date(`${day}T${time}:00+07:00`).toISOString()
}

/** The day itself, or the Friday before a weekend: counters are closed then, and an invented file should look real. */
export function workdayAt(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  if (weekday === 6) return addDays(day, -1)
  return weekday === 0 ? addDays(day, -2) : day
}
