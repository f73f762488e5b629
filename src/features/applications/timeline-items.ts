import type { ApplicationStatus } from '#contract/application-status.ts'
import type { ApplicationStep } from '#contract/applications.ts'
import { formatDayWithWeekday } from '#contract/day.ts'
import { formatStepTime } from '#src/lib/dates.ts'
import type { TimelineItem } from '#src/ui/timeline.tsx'
import { statusWords } from './status-words.ts'

/** Steps come oldest first; a person looks for the newest. */
export function timelineOf(steps: readonly ApplicationStep[]): TimelineItem[] {
  return steps
    .map((step, index) => ({
      title: statusWords[step.status].label,
      date: formatStepTime(step.at),
      note: noteOf(step, promiseBefore(steps, index)),
      state: index === steps.length - 1 ? newestState(step.status) : ('done' as const),
    }))
    .reverse()
}

function newestState(status: ApplicationStatus): TimelineItem['state'] {
  if (status === 'need_more' || status === 'rejected') return 'problem'
  return status === 'delivered' ? 'done' : 'current'
}

function promiseBefore(steps: readonly ApplicationStep[], index: number): string | null {
  const earlier = steps.slice(0, index).filter(({ promisedOn }) => promisedOn !== null)
  return earlier[earlier.length - 1]?.promisedOn ?? null
}

function noteOf({ note, promisedOn, reason }: ApplicationStep, before: string | null): string {
  // A list of papers, a line each, is one sentence here: as a list it stands above.
  const said = note?.replace(/\n+/g, '; ')
  const words = [said, promisedOn && promiseWords(promisedOn, before), reason && `Lý do: ${reason}`]
  return words.filter(Boolean).join(' ')
}

/** A moved promise keeps both days. */
function promiseWords(day: string, before: string | null): string {
  if (before === null || before === day) return `Hẹn trả ${formatDayWithWeekday(day)}.`
  return `Dời ngày hẹn từ ${formatDayWithWeekday(before)} sang ${formatDayWithWeekday(day)}.`
}
