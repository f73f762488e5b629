import type { WorkCalendar } from '#contract/calendar.ts'
import { dayOf, formatDay, formatDayWithWeekday } from '#contract/day.ts'
import { instantAt, weekdayOf } from '#contract/local-time.ts'
import type { KnownHours } from '#contract/unit.ts'
import { addWorkingDays, kindOfDay, readyBy, type ReadyBy } from '#contract/working-days.ts'
import { holidayName } from '#src/lib/opening-words.ts'

const saturday = 6

/** Why a day is not one for a visit; undefined when it is. `hours`: those of the counter, where one is known. */
export function visitProblem(
  calendar: WorkCalendar,
  hours: KnownHours | undefined,
  day: string,
  today: string,
): string | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return 'Bạn chọn một ngày.'
  if (day < today) return 'Ngày này đã qua. Bạn chọn ngày khác.'
  switch (kindOfDay(calendar, day)) {
    case 'off':
      return `Ngày này nghỉ: ${holidayName(calendar, day)}. Bạn chọn ngày khác.`
    case 'undecided':
      return 'Lịch nghỉ của ngày này chưa công bố. Bạn chọn ngày khác hoặc hỏi trước.'
    case 'weekend': {
      const days = hours?.spans?.flatMap((span) => span.days) ?? hours?.days
      if (days?.includes(weekdayOf(day))) return undefined
      // Some counters take files on Saturday mornings; who does not know it should be sent nowhere.
      return !days && weekdayOf(day) === saturday
        ? 'Thứ Bảy chưa rõ giờ nhận hồ sơ. Bạn chọn ngày khác hoặc hỏi trước.'
        : 'Ngày này là ngày nghỉ cuối tuần. Bạn chọn ngày làm việc.'
    }
    case 'working':
      return undefined
  }
}

/** The first working day after today: a counter may already be closing now. */
export function nextWorkingDay(calendar: WorkCalendar, today: string): string {
  const next = addWorkingDays(calendar, today, 1)
  return next.kind === 'known' ? next.day : ''
}

/** When something filed on a day is ready. Another day than today counts from its morning. */
export function readyWhenFiled(calendar: WorkCalendar, day: string, workingDays: number, now: Date): ReadyBy {
  const receivedAt = day === dayOf(now) ? now : instantAt(day, '08:00')
  return readyBy(calendar, { receivedAt, workingDays })
}

export function readyWords(ready: ReadyBy): string {
  if (ready.kind === 'known') return formatDayWithWeekday(ready.day)
  return `Chưa xác định, vì lịch nghỉ từ ngày ${formatDay(ready.from)} chưa công bố`
}
