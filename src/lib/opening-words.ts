import type { WorkCalendar } from '#contract/calendar.ts'
import { dayOf, formatDayWithWeekday } from '#contract/day.ts'
import { weekdayOf } from '#contract/local-time.ts'
import { openingAt } from '#contract/opening.ts'
import type { KnownHours } from '#contract/unit.ts'
import { addWorkingDays, kindOfDay } from '#contract/working-days.ts'

export function holidayName(calendar: WorkCalendar, day: string): string {
  const periods = calendar.years.flatMap(({ off }) => off)
  return periods.find(({ from, to }) => from <= day && day <= to)?.name ?? 'ngày lễ'
}

/** How the counter stands now; empty where nobody can say more than the words of its hours do. */
export function openNowWords(calendar: WorkCalendar, { spans, days }: KnownHours, now: Date): string {
  const opening = openingAt(spans, calendar, now)
  if (opening.kind === 'open') return opening.until ? `Đang mở, đến ${opening.until}.` : 'Đang mở cả ngày.'
  const today = dayOf(now)
  const holiday = kindOfDay(calendar, today) === 'off' ? holidayName(calendar, today) : undefined
  if (opening.kind === 'unknown') {
    if (holiday) return `Nghỉ: ${holiday}.`
    return days && isWeekendOff(calendar, days, today) ? restWords(calendar, today) : ''
  }
  const why = holiday ? `Nghỉ: ${holiday}.` : 'Đang đóng.'
  return `${why} Mở lại lúc ${opening.opensAt} ${formatDayWithWeekday(opening.opensOn)}.`
}

/** A weekend day on which a counter of these weekdays is closed. */
export function isWeekendOff(calendar: WorkCalendar, days: readonly number[], day: string): boolean {
  return kindOfDay(calendar, day) === 'weekend' && !days.includes(weekdayOf(day))
}

function restWords(calendar: WorkCalendar, today: string): string {
  const next = addWorkingDays(calendar, today, 1)
  return next.kind === 'known' ? `Hôm nay nghỉ. Mở lại ${formatDayWithWeekday(next.day)}.` : 'Hôm nay nghỉ.'
}
