import { timingSafeEqual } from 'node:crypto'
import { isOverdue } from '#contract/application-status.ts'
import { foldSteps } from '#contract/application-steps.ts'
import type { Application, ApplicationStep, OpenedApplication } from '#contract/applications.ts'
import type { WorkCalendar } from '#contract/calendar.ts'
import { dayOf } from '#contract/day.ts'
import type { Database } from '../db/database.ts'
import { ApiError } from '../http/api-error.ts'
import { factorHash } from '../keys/factor-hash.ts'
import { phoneHash } from '../keys/phone-hash.ts'
import { keyedHash } from '../keys/seal.ts'
import { type ApplicationRow, listSteps, type ShownRow } from './applications.repo.ts'
import { questionOf } from './late-questions.ts'
import { type FactorKind, spend } from './lookup-budget.ts'
import { callerRule, codeRule, countFailure, guardedCallerRule, rememberOpening } from './lookup-limits.ts'
import { findForLookup, type LookupQuestion, type LookupState } from './lookup.repo.ts'
import { sealPass } from './passes.ts'

export interface LookupContext {
  db: Database
  key: Buffer
  passKey: Buffer
  showDemo: boolean
  /** Answers to questions are due in working days. */
  calendar: WorkCalendar
  clock: () => Date
}

/** Who asks: the Zalo user when signed in, otherwise the address. Only a keyed hash of it is stored. */
export interface Caller {
  kind: 'user' | 'address'
  name: string
}

export interface Lookup {
  code: string
  factor: string
  caller: Caller
}

const kinds: Record<number, FactorKind> = { 4: 'short', 6: 'pin', 10: 'phone', 11: 'phone' }

/**
 * One application for its code and factor. An unknown code and a wrong factor take the same steps, answer the same
 * error and count alike, so a stranger learns nothing from either.
 */
export async function lookUp(context: LookupContext, lookup: Lookup): Promise<OpenedApplication> {
  const { db, key, showDemo } = context
  const question = questionFor(key, lookup, showDemo)
  const { application, earns, guarded, ...limits } = await findForLookup(db, question)
  refuseWhenLimited(question.kind, { ...limits, guarded })
  const right = isRight(key, lookup, question.kind, application)
  if (!application || !right) {
    await countWrong(db, lookup.caller, question, { guarded, applicationId: application?.id ?? null })
    throw new ApiError('not-found')
  }
  if (earns) await rememberOpening(db, question.callerSubject, question.codeSubject)
  return opened(context, { application, steps: await listSteps(db, application.id), full: true })
}

/** What one sees of an application, with the pass for what one may do with it. */
export async function opened(
  { db, passKey, clock }: Pick<LookupContext, 'db' | 'passKey' | 'clock'>,
  found: { application: ShownRow; steps: readonly ApplicationStep[]; full: boolean },
): Promise<OpenedApplication> {
  const { application, steps, full } = found
  const now = clock()
  const pass = sealPass(passKey, { applicationId: application.id, full }, now)
  const today = dayOf(now)
  const lateQuestion = await questionOf(db, { applicationId: application.id, steps, today })
  const mark = keyedHash(passKey, 'mark', application.code).subarray(0, 16).toString('base64url')
  return { mark, ...viewOf(application, steps, today), lateQuestion, pass }
}

const subjectOf = (key: Buffer, kind: string, value: string) =>
  keyedHash(key, kind, value).toString('base64url')

export const callerHash = (key: Buffer, { kind, name }: Caller) => subjectOf(key, 'caller', `${kind} ${name}`)

function questionFor(key: Buffer, { code, factor, caller }: Lookup, showDemo: boolean): LookupQuestion {
  const kind = kinds[factor.length] ?? 'short'
  return {
    code,
    kind,
    showDemo,
    codeSubject: subjectOf(key, 'code', code),
    callerSubject: callerHash(key, caller),
  }
}

/** Before the application is looked at: what is refused here is refused for every code alike. */
function refuseWhenLimited(
  kind: FactorKind,
  { blockedFor, guarded, closedFor }: Pick<LookupState, 'blockedFor' | 'guarded' | 'closedFor'>,
): void {
  if (blockedFor !== null) throw new ApiError('rate-limited', { retryAfter: Math.max(1, blockedFor) })
  if (kind === 'short' && guarded) throw new ApiError('invalid', { fields: { factor: 'too-short' } })
  if (closedFor > 0) throw new ApiError('rate-limited', { retryAfter: Math.max(1, closedFor) })
}

function isRight(
  key: Buffer,
  { code, factor }: Lookup,
  kind: FactorKind,
  application: ApplicationRow | undefined,
): boolean {
  const given = kind === 'phone' ? phoneHash(key, factor) : factorHash(key, code, factor)
  const kept = kind === 'phone' ? application?.phoneHash : application?.factorHash
  return timingSafeEqual(given, kept ?? Buffer.alloc(given.length))
}

async function countWrong(
  db: Database,
  { kind: callerKind }: Caller,
  { kind, codeSubject, callerSubject }: LookupQuestion,
  { guarded, applicationId }: { guarded: boolean; applicationId: number | null },
): Promise<void> {
  await spend(db, kind)
  const callersRule = guarded ? guardedCallerRule : callerRule
  const waits = [
    await countFailure(db, { hash: codeSubject, kind: 'code', applicationId }, codeRule),
    await countFailure(db, { hash: callerSubject, kind: callerKind }, callersRule),
  ]
  const wait = Math.max(...waits.map((seconds) => seconds ?? 0))
  // Guesses sent at once to several servers: those after the last one allowed learn nothing.
  if (wait > 0) throw new ApiError('rate-limited', { retryAfter: wait })
}

/** Keeps the last four signs: enough to recognise one's own slip. */
const mask = (code: string) => `${'*'.repeat(code.length - 4)}${code.slice(-4)}`

function viewOf(
  application: ShownRow,
  steps: readonly ApplicationStep[],
  today: string,
): Omit<Application, 'mark' | 'lateQuestion'> {
  const state = foldSteps(steps)
  if (!state) throw new Error('An application has no steps')
  const { status, promisedOn, lateReason, changedAt } = state
  return {
    maskedCode: mask(application.code),
    procedure: application.procedure,
    guideSlug: application.guideSlug,
    status,
    overdue: isOverdue(status, promisedOn, today),
    lateReason,
    changedAt,
    promisedOn,
    pickUpPlace: application.pickUpPlace,
    steps: steps.map(shown),
    demo: application.demo,
  }
}

/** Why something was refused is told at the counter, never here. */
const shown = (step: ApplicationStep): ApplicationStep =>
  step.status === 'rejected' ? { ...step, note: null, reason: null } : step
