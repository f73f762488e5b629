import { Link } from 'react-router-dom'
import type { WorkCalendar } from '#contract/calendar.ts'
import type { Station } from '#contract/unit.ts'
import { paths } from '#src/lib/paths.ts'
import { Card } from '#src/ui/card.tsx'
import { ButtonLink } from '#src/ui/button.tsx'
import { Icon } from '#src/ui/icon.tsx'
import { StationHours } from './station-hours.tsx'
import './stations.css'

interface StationCardProps {
  station: Station
  calendar: WorkCalendar
  /** The phone remembers this one. */
  own: boolean
}

/** A station in the directory. What is not known is said to be unknown: an address is never guessed. */
export function StationCard({ station: { id, name, address, hours }, calendar, own }: StationCardProps) {
  return (
    <Card>
      <article className="station" aria-labelledby={`station-${id}`}>
        <div>
          <h2 id={`station-${id}`}>
            <Link to={paths.station(id)} className="station__name">
              {name}
            </Link>
          </h2>
          {own && <p className="station__own">Điểm bạn đã chọn</p>}
        </div>
        <p className="station__address">
          <Icon name="station" size="1.5rem" />
          <span>{address ?? 'Đơn vị chưa công bố địa chỉ.'}</span>
        </p>
        <StationHours hours={hours} calendar={calendar} />
        <ButtonLink kind="secondary" fullWidth to={paths.station(id)}>
          Xem đường đi và nơi phục vụ<span className="visually-hidden">: {name}</span>
        </ButtonLink>
      </article>
    </Card>
  )
}
