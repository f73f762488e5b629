import type { WorkCalendar } from '#contract/calendar.ts'
import { openingAt } from '#contract/opening.ts'
import type { OpeningSpan } from '#contract/unit.ts'
import { openNowWords } from '#src/lib/opening-words.ts'
import { Badge } from '#src/ui/badge.tsx'

interface CounterStateProps {
  spans: readonly OpeningSpan[] | null
  calendar: WorkCalendar
  now: Date
}

/** Open or closed at this moment; nothing where nobody can say. */
export function CounterState({ spans, calendar, now }: CounterStateProps) {
  const opening = openingAt(spans, calendar, now)
  const words = openNowWords(calendar, spans, now)
  if (opening.kind === 'open') return <Badge tone="success">{words.replace(/\.$/, '')}</Badge>
  if (opening.kind === 'closed') return <p className="station-hours__state">{words}</p>
  return words ? <p className="station-hours__state">{words}</p> : null
}
