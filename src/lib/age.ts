import { formatInstant } from './dates.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const month = 30 * day

/** How long ago, the way one would say it: `vừa xong`, `5 phút trước`, `3 ngày trước`. */
export function ageWords(since: string, now = new Date()): string {
  const age = now.getTime() - Date.parse(since)
  if (age < minute) return 'vừa xong'
  if (age < hour) return `${Math.floor(age / minute)} phút trước`
  if (age < day) return `${Math.floor(age / hour)} giờ trước`
  if (age < 2 * month) return `${Math.floor(age / day)} ngày trước`
  return `${Math.floor(age / month)} tháng trước`
}

/** For copies that are shown without network: the age in words first, then the exact time. */
export function updatedWords(since: string, now = new Date()): string {
  return `cập nhật ${ageWords(since, now)}, lúc ${formatInstant(since, now)}`
}
