import type { Station } from '#contract/unit.ts'
import { formatPhone } from '#src/lib/phone-number.ts'
import { look } from '#src/ui/button.tsx'
import { CallLink } from '#src/ui/call-link.tsx'
import { Card } from '#src/ui/card.tsx'
import { FactList } from '#src/ui/fact-list.tsx'
import { Icon } from '#src/ui/icon.tsx'
import './station-card.css'

interface StationCardProps {
  station: Station
  dutyPhone: string | null
}

/** What is not known is said to be unknown: an address or a number is never guessed. */
export function StationCard({ station, dutyPhone }: StationCardProps) {
  const phone = station.phone ?? dutyPhone
  return (
    <Card>
      <article className="station" aria-labelledby={`station-${station.id}`}>
        <h2 id={`station-${station.id}`}>{station.name}</h2>
        <p className="station__address">
          <Icon name="station" size="1.5rem" />
          <span>{station.address ?? 'Đơn vị chưa công bố địa chỉ.'}</span>
        </p>
        <CallLink phone={phone ?? '113'} className={look({ kind: 'secondary', fullWidth: true })}>
          <Icon name="phone" />
          <span>{phone ? `Gọi trực ban ${formatPhone(phone)}` : 'Việc khẩn cấp, gọi 113'}</span>
        </CallLink>
        {!phone && <p>Đơn vị chưa công bố số trực ban. Hỏi thủ tục, bạn gọi các số ở cuối trang.</p>}
        <h3>Giờ tiếp dân</h3>
        <FactList facts={station.hours.map(({ service, text }) => ({ name: service, value: text }))} />
        <h3>Phục vụ người dân ở</h3>
        <ul>
          {station.serves.map((place) => (
            <li key={place}>{place}</li>
          ))}
        </ul>
        {station.note && <p>{station.note}</p>}
      </article>
    </Card>
  )
}
