import { dayOf, formatDayWithWeekday } from '#contract/day.ts'
import type { WorkCalendar } from '#contract/calendar.ts'
import { Card } from '#src/ui/card.tsx'
import { FactList } from '#src/ui/fact-list.tsx'
import type { Checklist } from './checklist.ts'
import { amountWords, myFee } from './my-fee.ts'
import { nextWorkingDay, readyWhenFiled, readyWords, visitProblem } from './visit-day.ts'

interface ChecklistBriefProps {
  checklist: Checklist
  calendar: WorkCalendar | undefined
  visitOn: string | null
}

/** How much, how long and until when, before any scrolling. */
export function ChecklistBrief({ checklist, calendar, visitOn }: ChecklistBriefProps) {
  const { time, way } = checklist
  const facts = [
    { name: 'Cách nộp', value: wayWords(way) },
    { name: 'Lệ phí hôm nay', value: feeBrief(checklist) },
    { name: 'Thời hạn', value: time ?? 'Hỏi nơi nộp hồ sơ' },
    ...readyFacts(checklist, calendar, visitOn),
  ].filter(({ value }) => value !== '')
  return (
    <Card>
      <FactList facts={facts} />
    </Card>
  )
}

function wayWords(way: Checklist['way']): string {
  if (way === null) return ''
  return way === 'online' ? 'Trực tuyến' : 'Đến trực tiếp'
}

function feeBrief({ fees, meets, feeNote }: Checklist): string {
  const [fee, ...others] = fees
  if (!fee) return feeNote ?? ''
  // Several tables mean several cases: which one counts is said further down.
  return others.length > 0 ? '' : amountWords(myFee(fee, meets, dayOf(new Date())).amount)
}

function readyFacts(
  { workingDays, way, station, doFirst }: Checklist,
  calendar: WorkCalendar | undefined,
  visitOn: string | null,
): { name: string; value: string }[] {
  if (workingDays === null || workingDays === 0 || !calendar) return []
  // Nobody can file today what something else must come before.
  if (doFirst && visitOn === null) return []
  const now = new Date()
  const today = dayOf(now)
  const ready = (day: string) => readyWords(readyWhenFiled(calendar, day, workingDays, now))
  const closed = way !== 'online' && visitProblem(calendar, station?.hours[0], today, today)
  const later = visitOn !== null && visitOn > today ? visitOn : closed ? nextWorkingDay(calendar, today) : ''
  return [
    ...(closed ? [] : [{ name: 'Nếu nộp đủ hồ sơ hôm nay, chậm nhất', value: ready(today) }]),
    ...(later ? [{ name: `Nếu nộp đủ ${formatDayWithWeekday(later)}, chậm nhất`, value: ready(later) }] : []),
  ]
}
