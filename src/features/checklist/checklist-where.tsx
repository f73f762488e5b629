import type { WorkCalendar } from '#contract/calendar.ts'
import { openNowWords } from '#src/lib/opening-words.ts'
import { paths } from '#src/lib/paths.ts'
import { ButtonLink } from '#src/ui/button.tsx'
import { FactList } from '#src/ui/fact-list.tsx'
import { Section } from '#src/ui/section.tsx'
import type { Checklist } from './checklist.ts'

interface ChecklistWhereProps {
  checklist: Checklist
  calendar: WorkCalendar | undefined
}

/** Where one files and when it is open; what the unit has not published is said to be unknown. */
export function ChecklistWhere({ checklist, calendar }: ChecklistWhereProps) {
  const { online, places, station, handledBy, way } = checklist
  return (
    <Section title={way === 'online' ? 'Nộp ở đâu' : 'Nơi làm và giờ mở cửa'}>
      {handledBy && <p>Nơi giải quyết: {handledBy}</p>}
      {online && <p>{online}</p>}
      {station && <StationFacts station={station} calendar={calendar} />}
      {places.length === 1 && <p>{places[0]}</p>}
      {places.length > 1 && (
        <ul className="checklist__lines">
          {places.map((place) => (
            <li key={place}>{place}</li>
          ))}
        </ul>
      )}
      {station && (
        <div className="screen-only">
          <ButtonLink kind="quiet" to={paths.station(station.id)}>
            Xem điểm tiếp dân này
          </ButtonLink>
        </div>
      )}
    </Section>
  )
}

interface StationFactsProps {
  station: NonNullable<Checklist['station']>
  calendar: WorkCalendar | undefined
}

function StationFacts({ station: { name, address, hours }, calendar }: StationFactsProps) {
  const [counter] = hours
  const now = calendar && counter ? openNowWords(calendar, counter, new Date()) : ''
  return (
    <FactList
      facts={[
        { name: 'Gần bạn', value: name },
        { name: 'Địa chỉ', value: address ?? 'Đơn vị chưa công bố. Bạn hỏi trước khi đi.' },
        ...hours.map(({ service, text }) => ({
          name: `Giờ nhận hồ sơ: ${service.toLowerCase()}`,
          value: text,
        })),
        ...(now ? [{ name: 'Hôm nay', value: now }] : []),
      ]}
    />
  )
}
