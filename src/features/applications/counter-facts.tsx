import type { Unit } from '#contract/unit.ts'
import { openNowWords } from '#src/lib/opening-words.ts'
import { paths } from '#src/lib/paths.ts'
import { useUnit } from '#src/lib/unit.ts'
import { ButtonLink } from '#src/ui/button.tsx'
import { FactList } from '#src/ui/fact-list.tsx'
import { Section } from '#src/ui/section.tsx'

interface CounterFactsProps {
  /** What the application says; null when nobody wrote it down. */
  place: string | null
  /** The group of the procedure, which tells the counter. */
  group: string | undefined
}

/** Where one goes and when it is open; what the unit has not published is said to be unknown. */
export function CounterFacts({ place, group }: CounterFactsProps) {
  const { remote } = useUnit()
  const unit = remote.kind === 'ready' ? remote.data : undefined
  const station = unit && stationFor(unit, group)
  const now = unit && station?.counters[0] ? openNowWords(unit.calendar, station.counters[0], new Date()) : ''
  return (
    <Section title="Đến đâu, khi nào">
      <FactList
        facts={[
          { name: 'Nơi đến', value: place ?? station?.name ?? 'Nơi đã nhận hồ sơ của bạn' },
          ...(station ? [{ name: 'Địa chỉ', value: station.address ?? 'Đơn vị chưa công bố.' }] : []),
          ...(station?.counters ?? []).map(({ service, text }) => ({
            name: `Giờ làm việc: ${service.toLowerCase()}`,
            value: text,
          })),
          ...(now ? [{ name: 'Bây giờ', value: now }] : []),
        ]}
      />
      <ButtonLink kind="quiet" icon="station" to={paths.stations()}>
        Xem điểm tiếp dân và số điện thoại
      </ButtonLink>
    </Section>
  )
}

function stationFor(unit: Unit, group: string | undefined) {
  for (const { name, address, hours } of unit.stations) {
    const counters = hours.filter(({ groups }) => group !== undefined && groups?.includes(group))
    if (counters.length > 0) return { name, address, counters }
  }
  return undefined
}
