import { settled } from '#contract/application-status.ts'
import { type ApplicationState, afterStep, issuesOfStep } from '#contract/application-steps.ts'
import type { ApplicationStep } from '#contract/applications.ts'
import { dayOf, formatDay } from '#contract/day.ts'
import { instantAt } from '#contract/local-time.ts'
import { reaches } from '../desk/desk.ts'
import type { StoredApplication } from './import.repo.ts'
import { changesOf, newFacts } from './new-facts.ts'
import type { SheetRecord } from './records.ts'
import { closedDay, type Outcome, refused, type Refused, type RowContext, stationFor } from './row-context.ts'
import { statusName, wayTo } from './status-names.ts'
import { type NewPromise, stepsAlong } from './steps-along.ts'

export function planKnown(record: SheetRecord, stored: StoredApplication, context: RowContext): Outcome {
  // Before anything else: what another station's file is like is not for who imports here.
  if (!reaches(context.within, stored.station)) {
    return refused(record, 'code', 'Mã này thuộc hồ sơ của nơi khác. Bạn kiểm tra mã hoặc hỏi nơi giữ hồ sơ.')
  }
  if (stored.demo) return refused(record, 'code', 'Mã này thuộc hồ sơ minh họa. Bạn dùng mã khác.')
  const station = stationFor(record, context, stored.station)
  if (typeof station !== 'string') return station
  const from: ApplicationState = {
    status: stored.status,
    changedAt: stored.changedAt.toISOString(),
    promisedOn: stored.promisedOn,
    lateReason: null,
  }
  const steps = newSteps(record, from, context.now)
  if ('kind' in steps) return steps
  const on = steps.find((step) => step.promisedOn !== null)?.promisedOn ?? null
  const closed = closedDay(record, context, { station, on })
  if (closed) return closed
  const facts = newFacts(record, stored, { ...context, station })
  const changedFacts = changesOf(stored, facts)
  if (changedFacts.length === 0 && steps.length === 0) return { kind: 'unchanged' }
  return { kind: 'changed', record, id: stored.id, facts, changedFacts, steps, from }
}

function newSteps(record: SheetRecord, from: ApplicationState, now: Date): ApplicationStep[] | Refused {
  const way = from.status === record.status ? [] : wayTo(from.status, record.status)
  if (!way) {
    const [before, after] = [statusName(from.status), statusName(record.status)]
    return refused(
      record,
      'status',
      `Hồ sơ đang ở “${before}”, không thể chuyển sang “${after}”. Bạn kiểm tra lại.`,
    )
  }
  const at = timeOf(record, from, now)
  const promise = newPromise(record, from, at)
  // Where all states on the way are settled, the date moved before them, in the state where the file was.
  const alone = promise && way.every((status) => settled.includes(status))
  const steps = stepsAlong(record, alone ? [from.status, ...way] : way, at, promise)
  return firstProblem(record, from, steps) ?? steps
}

/**
 * Once the result is there, no date can be missed: what the sheet says of it then is not read. A date that is over
 * already was promised on that day at the latest, where the sheet does not say when.
 */
function newPromise(
  { promisedOn: on, changedOn }: SheetRecord,
  from: ApplicationState,
  at: Date,
): NewPromise | undefined {
  if (on === null || on === from.promisedOn || settled.includes(from.status)) return undefined
  const known = changedOn !== null || on >= dayOf(at)
  return { on, at: known ? at : later(new Date(from.changedAt), instantAt(on, '00:00')) }
}

const later = (one: Date, other: Date) => (one > other ? one : other)

/** On the day of the last step never before it: the sheet knows the day only. */
function timeOf({ changedOn }: SheetRecord, { changedAt }: ApplicationState, now: Date): Date {
  if (changedOn === null) return now
  const last = new Date(changedAt)
  return changedOn === dayOf(last) ? last : instantAt(changedOn, '00:00')
}

/** The contract's rules, in words for who made the sheet. */
function firstProblem(
  record: SheetRecord,
  from: ApplicationState,
  steps: readonly ApplicationStep[],
): Refused | undefined {
  let state = from
  for (const step of steps) {
    const issues = issuesOfStep(state, step)
    if (issues.at) {
      const last = formatDay(dayOf(new Date(from.changedAt)))
      return refused(
        record,
        'changedOn',
        `Ngày cập nhật trước lần cập nhật cuối (${last}). Bạn ghi ngày từ đó trở đi.`,
      )
    }
    if (issues.promisedOn) {
      return refused(
        record,
        'promisedOn',
        'Ngày hẹn mới trước ngày cập nhật. Bạn ghi ngày hẹn còn ở phía trước.',
      )
    }
    if (issues.reason) {
      const [before, after] = [formatDay(from.promisedOn!), formatDay(step.promisedOn!)]
      return refused(
        record,
        'reason',
        `Ngày hẹn đổi từ ${before} sang ${after}. Bạn ghi lý do ở cột “Lý do đổi hẹn”.`,
      )
    }
    state = afterStep(state, step)
  }
  return undefined
}
