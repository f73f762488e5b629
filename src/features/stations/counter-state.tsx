import type { WorkCalendar } from '#contract/calendar.ts'
import { openingAt } from '#contract/opening.ts'
import type { KnownHours } from '#contract/unit.ts'
import { openNowWords } from '#src/lib/opening-words.ts'
import { Badge } from '#src/ui/badge.tsx'

interface CounterStateProps {
  hours: KnownHours
  calendar: WorkCalendar
  now: Date
}

/** Open or closed at this moment; nothing where nobody can say. */
export function CounterState({ hours, calendar, now }: CounterStateProps) {
  const opening = openingAt(hours.spans, calendar, now)
  const words = openNowWords(calendar, hours, now)
  if (opening.kind === 'open') return <Badge tone="success">{words.replace(/\.$/, '')}</Badge>
  if (opening.kind === 'closed') return <p className="station-hours__state">{words}</p>
  return words ? <p className="station-hours__state">{words}</p> : null
}
