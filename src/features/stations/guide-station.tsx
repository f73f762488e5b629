import type { GuideGroup } from '#contract/guides.ts'
import { openNowWords } from '#src/lib/opening-words.ts'
import { paths } from '#src/lib/paths.ts'
import { useRememberedStation } from '#src/lib/remembered-station.ts'
import { useUnit } from '#src/lib/unit.ts'
import { LinkCard } from '#src/ui/card.tsx'

/** Where this person goes with this procedure: the station that the phone remembers, when it takes such files. */
export function GuideStation({ group }: { group: GuideGroup }) {
  const station = useRememberedStation()
  const { remote } = useUnit()
  const counter = station?.hours.find(({ groups }) => groups?.includes(group))
  if (!station || !counter || remote.kind !== 'ready') return null
  const now = openNowWords(remote.data.calendar, counter, new Date())
  return (
    <LinkCard
      to={paths.station(station.id)}
      icon="station"
      title={`Nơi làm: ${station.name}`}
      text={now || counter.text}
    />
  )
}
