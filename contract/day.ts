import { localIso } from './local-time.ts'

const weekdays = ['Chủ Nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy']

/** The calendar day of an instant in Viet Nam, as `YYYY-MM-DD`. */
export function dayOf(instant: Date): string {
  return localIso(instant).slice(0, 10)
}

export function addDays(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + count)
  return date.toISOString().slice(0, 10)
}

/** `2026-12-02` → `02/12/2026`. */
export function formatDay(day: string): string {
  const [year, month, date] = day.split('-')
  return `${date}/${month}/${year}`
}

/** `2026-12-02` → `thứ Tư, 02/12/2026`. */
export function formatDayWithWeekday(day: string): string {
  const weekday = weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''
  return `${weekday}, ${formatDay(day)}`
}
