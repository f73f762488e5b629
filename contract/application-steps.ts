import { type ApplicationStatus, enteredFrom, settled } from './application-status.ts'
import type { ApplicationStep } from './applications.ts'
import { dayOf } from './day.ts'
import type { FieldIssue } from './error.ts'

/** What the steps of a file add up to. */
export interface ApplicationState {
  status: ApplicationStatus
  changedAt: string
  promisedOn: string | null
  /** Said after the present date was promised: why it will be, or was, missed. */
  lateReason: string | null
}

export function afterStep(before: ApplicationState | undefined, step: ApplicationStep): ApplicationState {
  // The reason for moving a date is spent with it: when the new date is missed too, another one is owed.
  const lateReason = movesPromise(before, step) ? null : (step.reason ?? before?.lateReason ?? null)
  return {
    status: step.status,
    changedAt: step.at,
    promisedOn: step.promisedOn ?? before?.promisedOn ?? null,
    lateReason,
  }
}

/** Undefined for no steps at all. */
export function foldSteps(steps: readonly ApplicationStep[]): ApplicationState | undefined {
  return steps.reduce<ApplicationState | undefined>(afterStep, undefined)
}

const movesPromise = (before: ApplicationState | undefined, step: ApplicationStep) =>
  step.promisedOn !== null && step.promisedOn !== before?.promisedOn

const ended: readonly ApplicationStatus[] = ['delivered', 'rejected']

/** A step may stay where the file is to say something: a note, the first date, or a new one with its reason. */
function mayFollow(before: ApplicationState | undefined, step: ApplicationStep): boolean {
  const { status, note, promisedOn, reason } = step
  if (!before) return status === 'received'
  const promises = promisedOn !== null && before.promisedOn === null
  const remark = promises || note !== null || reason !== null
  return (
    (remark && status === before.status && !ended.includes(status)) ||
    enteredFrom[status].includes(before.status)
  )
}

type StepIssues = Partial<Record<keyof ApplicationStep, FieldIssue>>

/** Why a step may not be appended, by field; empty when it may. The only place that knows. */
export function issuesOfStep(before: ApplicationState | undefined, step: ApplicationStep): StepIssues {
  const issues: StepIssues = {}
  if (!mayFollow(before, step)) issues.status = 'not-allowed'
  if (before && Date.parse(step.at) < Date.parse(before.changedAt)) issues.at = 'not-allowed'
  const open = !settled.includes(step.status)
  if (step.promisedOn !== null && (!open || step.promisedOn < dayOf(new Date(step.at)))) {
    issues.promisedOn = 'not-allowed'
  }
  // Why a file was refused is told at the counter, and a result that lies there is not late.
  if (step.reason !== null && !open) issues.reason = 'not-allowed'
  if (before?.promisedOn && movesPromise(before, step) && step.reason === null) issues.reason = 'required'
  return issues
}
