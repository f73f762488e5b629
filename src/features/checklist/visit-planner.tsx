import { useState } from 'react'
import type { WorkCalendar } from '#contract/calendar.ts'
import { dayOf, formatDayWithWeekday } from '#contract/day.ts'
import { DateField } from '#src/ui/date-field.tsx'
import { Section } from '#src/ui/section.tsx'
import { CalendarButton } from './calendar-button.tsx'
import { expectedEntry, visitEntry } from './calendar-entries.ts'
import { changeEntry, useEntryFor } from './checklists.store.ts'
import type { Checklist } from './checklist.ts'
import { nextWorkingDay, readyWhenFiled, visitProblem } from './visit-day.ts'

interface VisitPlannerProps {
  checklist: Checklist
  calendar: WorkCalendar
}

/** A day to go, or to file, and both days for the phone's own calendar. */
export function VisitPlanner({ checklist, calendar }: VisitPlannerProps) {
  const now = new Date()
  const today = dayOf(now)
  const kept = useEntryFor(checklist)?.visitOn
  // A day that is over by now is no plan any more.
  const [day, setDay] = useState(kept && kept >= today ? kept : nextWorkingDay(calendar, today))
  const { station, way, workingDays } = checklist
  const problem = visitProblem(calendar, station?.hours[0], day, today)
  const pick = (next: string) => {
    setDay(next)
    const good = !visitProblem(calendar, station?.hours[0], next, today)
    void changeEntry(checklist, { visitOn: good ? next : null })
  }
  const ready = !problem && workingDays ? readyWhenFiled(calendar, day, workingDays, now) : undefined
  return (
    <Section title={way === 'online' ? 'Chọn ngày nộp' : 'Chọn ngày đi'}>
      <DateField
        label={way === 'online' ? 'Ngày nộp' : 'Ngày đi'}
        value={day}
        min={today}
        onChange={pick}
        error={problem}
      />
      {!problem && (
        <>
          <CalendarButton
            label={way === 'online' ? 'Thêm ngày nộp vào lịch' : 'Thêm ngày đi vào lịch'}
            day={formatDayWithWeekday(day)}
            entry={() => visitEntry(checklist, day, new Date())}
          />
          {ready?.kind === 'known' && (
            <CalendarButton
              label="Thêm ngày có kết quả vào lịch"
              day={`Chậm nhất ${formatDayWithWeekday(ready.day)}`}
              entry={() => expectedEntry(checklist, ready.day, new Date())}
            />
          )}
        </>
      )}
    </Section>
  )
}
