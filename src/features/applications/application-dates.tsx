import type { Application } from '#contract/applications.ts'
import { formatDayWithWeekday } from '#contract/day.ts'
import { formatInstantDay } from '#src/lib/dates.ts'
import { FactList } from '#src/ui/fact-list.tsx'
import './applications.css'
import { statusWords } from './status-words.ts'

interface ApplicationDatesProps {
  application: Application
  /** `còn 3 ngày`; empty when nothing is counted. */
  count: string
}

export function ApplicationDates({ application, count }: ApplicationDatesProps) {
  const { status, promisedOn, pickUpPlace, changedAt } = application
  const awaited = statusWords[status].waiting || status === 'ready'
  const promise = (
    <>
      {promisedOn ? capital(formatDayWithWeekday(promisedOn)) : 'Chưa có ngày hẹn'}
      {count && <strong className="application__count">{count}</strong>}
    </>
  )
  return (
    <div className="application__facts">
      <FactList
        facts={[
          ...(awaited ? [{ name: 'Ngày hẹn trả', value: promise }] : []),
          ...(pickUpPlace ? [{ name: 'Nơi nhận', value: pickUpPlace }] : []),
          { name: 'Thay đổi gần nhất', value: capital(formatInstantDay(changedAt)) },
        ]}
      />
    </div>
  )
}

/** At the beginning of a line `thứ Hai` is `Thứ Hai`. */
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
