import { formatDayWithWeekday } from '#contract/day.ts'
import type { Station, Unit } from '#contract/unit.ts'
import { paths } from '#src/lib/paths.ts'
import { ButtonLink } from '#src/ui/button.tsx'
import { LinkCard } from '#src/ui/card.tsx'
import { Notice } from '#src/ui/notice.tsx'
import { Section } from '#src/ui/section.tsx'
import { ShareButton } from '#src/ui/share-button.tsx'
import { AskStation } from './ask-station.tsx'
import { MapLink } from './map-link.tsx'
import { RememberStation } from './remember-station.tsx'
import { StationHours } from './station-hours.tsx'
import './stations.css'

/** Everything about one station, in the order of a visit: is it open, how do I get there, is it mine. */
export function StationView({ station, unit }: { station: Station; unit: Unit }) {
  const { id, name, hours, note } = station
  const share = {
    title: name,
    description: 'Giờ tiếp dân, đường đi và nơi phục vụ.',
    path: paths.station(id),
  }
  return (
    <div>
      <div className="stack">
        <ClosingSoon station={station} unit={unit} />
        <RememberStation id={id} />
      </div>
      <Section title="Việc nhận ở đây và giờ tiếp dân">
        <div className="stack">
          <StationHours hours={hours} calendar={unit.calendar} />
          <LinkCard
            to={paths.guides()}
            icon="guide"
            title="Thủ tục"
            text="Mang gì, bao lâu, bao nhiêu tiền"
          />
        </div>
      </Section>
      <StationWay station={station} unit={unit} />
      <Section title="Phục vụ người dân ở">
        <ul className="station-lines">
          {station.serves.map((place) => (
            <li key={place}>{place}</li>
          ))}
        </ul>
        {note && <p>{note}</p>}
        <ButtonLink kind="secondary" icon="search" fullWidth to={paths.myStation()}>
          Điểm nào phục vụ tôi
        </ButtonLink>
      </Section>
      <div className="section">
        <ShareButton label="Gửi cho người thân" content={share} />
      </div>
    </div>
  )
}

function StationWay({ station, unit }: { station: Station; unit: Unit }) {
  const { address, directions, map } = station
  const known = address !== null || directions !== null
  return (
    <Section title="Đường đi">
      {!known && <p>Đơn vị chưa công bố địa chỉ và đường đi của điểm này.</p>}
      {known && <p>Địa chỉ: {address ?? 'đơn vị chưa công bố.'}</p>}
      {known && <p>{directions ?? 'Đơn vị chưa công bố cách đi.'}</p>}
      {map && <MapLink place={map} />}
      <AskStation unit={unit} station={station} />
    </Section>
  )
}

/** Told from the day it is decided, so that nobody stands before a closed door. */
function ClosingSoon({ station: { closes }, unit }: { station: Station; unit: Unit }) {
  if (!closes) return null
  const successor = unit.stations.find(({ id }) => id === closes.successor)
  return (
    <Notice tone="warning" title={`Ngừng tiếp dân từ ${formatDayWithWeekday(closes.on)}`}>
      {closes.note && <p>{closes.note}</p>}
      {successor && (
        <ButtonLink kind="quiet" to={paths.station(successor.id)}>
          Nơi thay thế: {successor.name}
        </ButtonLink>
      )}
    </Notice>
  )
}
