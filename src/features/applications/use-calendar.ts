import type { WorkCalendar } from '#contract/calendar.ts'
import { useUnit } from '#src/lib/unit.ts'

/** Days off and days worked, once the unit's data are there. */
export function useCalendar(): WorkCalendar | undefined {
  const { remote } = useUnit()
  return remote.kind === 'ready' ? remote.data.calendar : undefined
}
