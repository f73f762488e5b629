import type { Application } from '#contract/applications.ts'
import { formatDayWithWeekday } from '#contract/day.ts'
import { formatInstantDay } from '#src/lib/dates.ts'

interface ApplicationDatesProps {
  application: Application
  /** `còn 3 ngày`; empty when nothing is counted. */
  count: string
}

export function ApplicationDates({ application, count }: ApplicationDatesProps) {
  const { promisedOn, pickUpPlace, changedAt } = application
  return (
    <dl className="application__facts">
      <dt>Ngày hẹn trả</dt>
      <dd>
        {promisedOn ? formatDayWithWeekday(promisedOn) : 'Chưa có ngày hẹn'}
        {count && <strong className="application__count">{count}</strong>}
      </dd>
      {pickUpPlace && (
        <>
          <dt>Nơi nhận</dt>
          <dd>{pickUpPlace}</dd>
        </>
      )}
      <dt>Thay đổi gần nhất</dt>
      <dd>{formatInstantDay(changedAt)}</dd>
    </dl>
  )
}
