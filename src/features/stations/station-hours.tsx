import type { WorkCalendar } from '#contract/calendar.ts'
import type { Station } from '#contract/unit.ts'
import { useNow } from '#src/lib/use-now.ts'
import { CounterState } from './counter-state.tsx'

interface StationHoursProps {
  hours: Station['hours']
  calendar: WorkCalendar
}

/** What is done here, counter by counter, when, and whether it is open now. */
export function StationHours({ hours, calendar }: StationHoursProps) {
  const now = useNow()
  return (
    <ul className="station-hours plain-list">
      {hours.map(({ service, text, spans, days }) => (
        <li key={service} className="station-hours__counter">
          <p className="station-hours__service">{service}</p>
          <CounterState hours={{ spans, days }} calendar={calendar} now={now} />
          <p>{text}</p>
          {!spans && (
            <p className="station-hours__unknown">Đơn vị chưa công bố giờ cụ thể. Bạn hỏi trước khi đi.</p>
          )}
        </li>
      ))}
    </ul>
  )
}
