import type { WorkCalendar } from '#contract/calendar.ts'
import { dayOf, formatDayWithWeekday } from '#contract/day.ts'
import { openingAt } from '#contract/opening.ts'
import type { OpeningSpan } from '#contract/unit.ts'
import { kindOfDay } from '#contract/working-days.ts'

export function holidayName(calendar: WorkCalendar, day: string): string {
  const periods = calendar.years.flatMap(({ off }) => off)
  return periods.find(({ from, to }) => from <= day && day <= to)?.name ?? 'ngày lễ'
}

/** How the counter stands now; empty where the unit has published no exact hours and the day tells nothing. */
export function openNowWords(
  calendar: WorkCalendar,
  spans: readonly OpeningSpan[] | null,
  now: Date,
): string {
  const opening = openingAt(spans, calendar, now)
  if (opening.kind === 'open') return opening.until ? `Đang mở, đến ${opening.until}.` : 'Đang mở cả ngày.'
  const today = dayOf(now)
  const holiday = kindOfDay(calendar, today) === 'off' ? holidayName(calendar, today) : undefined
  if (opening.kind === 'unknown') return holiday ? `Nghỉ: ${holiday}.` : ''
  const why = holiday ? `Nghỉ: ${holiday}.` : 'Đang đóng.'
  return `${why} Mở lại lúc ${opening.opensAt} ${formatDayWithWeekday(opening.opensOn)}.`
}
