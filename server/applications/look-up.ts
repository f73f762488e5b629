import { timingSafeEqual } from 'node:crypto'
import { type ApplicationStatus, isOverdue } from '#contract/application-status.ts'
import type { Application, ApplicationStep } from '#contract/applications.ts'
import { dayOf } from '#contract/day.ts'
import type { Database } from '../db/database.ts'
import { ApiError } from '../http/api-error.ts'
import { keyedHash } from '../keys/seal.ts'
import { type ApplicationRow, findForLookup, listSteps } from './applications.repo.ts'
import { callerRule, codeRule, countFailure } from './lookup-limits.ts'

export interface LookupContext {
  db: Database
  key: Buffer
  showDemo: boolean
  clock: () => Date
}

export interface Lookup {
  code: string
  factor: string
  /** Who asks: the Zalo user when signed in, and the address. Only keyed hashes of them are stored. */
  callers: readonly string[]
}

export const factorHash = (key: Buffer, code: string, factor: string) =>
  keyedHash(key, 'factor', code, factor)

const subjectOf = (key: Buffer, kind: string, value: string) =>
  keyedHash(key, kind, value).toString('base64url')

/**
 * One application for its code and factor. An unknown code and a wrong factor take the same steps, answer the same
 * error and count alike, so a stranger learns nothing from either.
 */
export async function lookUp(
  context: LookupContext,
  { code, factor, callers }: Lookup,
): Promise<Application> {
  const { db, key, showDemo, clock } = context
  const codeSubject = subjectOf(key, 'code', code)
  const callerSubjects = callers.map((caller) => subjectOf(key, 'caller', caller))
  const { application, blockedFor } = await findForLookup(
    db,
    code,
    [codeSubject, ...callerSubjects],
    showDemo,
  )
  if (blockedFor !== null) throw new ApiError('rate-limited', { retryAfter: Math.max(1, blockedFor) })
  const given = factorHash(key, code, factor)
  const right = timingSafeEqual(given, application?.factorHash ?? Buffer.alloc(given.length))
  if (!application || !right) {
    await countFailure(db, codeSubject, codeRule)
    for (const subject of callerSubjects) await countFailure(db, subject, callerRule)
    throw new ApiError('not-found')
  }
  return viewOf(application, await listSteps(db, application.id), dayOf(clock()))
}

/** Keeps the last four signs: enough to recognise one's own slip. */
const mask = (code: string) => `${'*'.repeat(code.length - 4)}${code.slice(-4)}`

export function viewOf(
  application: ApplicationRow,
  steps: readonly ApplicationStep[],
  today: string,
): Application {
  const last = steps.at(-1)
  if (!last) throw new Error('An application has no steps')
  const status: ApplicationStatus = last.status
  const promisedOn = [...steps].reverse().find((step) => step.promisedOn !== null)?.promisedOn ?? null
  return {
    maskedCode: mask(application.code),
    procedure: application.procedure,
    guideSlug: application.guideSlug,
    status,
    overdue: isOverdue(status, promisedOn, today),
    changedAt: last.at,
    promisedOn,
    pickUpPlace: application.pickUpPlace,
    steps: [...steps],
    demo: application.demo,
  }
}
