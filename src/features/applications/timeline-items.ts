import type { ApplicationStatus } from '#contract/application-status.ts'
import type { ApplicationStep } from '#contract/applications.ts'
import { formatDayWithWeekday } from '#contract/day.ts'
import { formatInstant } from '#src/lib/dates.ts'
import type { TimelineItem } from '#src/ui/timeline.tsx'
import { statusWords } from './status-words.ts'

/** Steps come oldest first; a person looks for the newest. */
export function timelineOf(steps: readonly ApplicationStep[]): TimelineItem[] {
  return steps
    .map((step, index) => ({
      title: statusWords[step.status].label,
      date: formatInstant(step.at),
      note: noteOf(step),
      state: index === steps.length - 1 ? newestState(step.status) : ('done' as const),
    }))
    .reverse()
}

function newestState(status: ApplicationStatus): TimelineItem['state'] {
  if (status === 'need_more' || status === 'rejected') return 'problem'
  return status === 'delivered' ? 'done' : 'current'
}

function noteOf({ note, promisedOn }: ApplicationStep): string {
  const promise = promisedOn && `Hẹn trả ${formatDayWithWeekday(promisedOn)}.`
  return [note, promise].filter(Boolean).join(' ')
}
