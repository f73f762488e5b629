import type { OpenedApplication } from '#contract/applications.ts'
import { ApiError } from '../http/api-error.ts'
import { listSteps } from './applications.repo.ts'
import { type Caller, callerHash, type LookupContext, opened } from './look-up.ts'
import { callerRule, countFailure } from './lookup-limits.ts'
import { findForOpening, renewSecret } from './slip-secrets.repo.ts'
import { keptUntil, needsRenewal, secretHash } from './slip-secrets.ts'

/** A secret that never was, has expired or was taken back: one and the same refusal, and each counts as a failure. */
export async function openSlip(
  context: LookupContext,
  { secret, caller }: { secret: string; caller: Caller },
): Promise<OpenedApplication> {
  const { db, key, showDemo, clock } = context
  const subject = callerHash(key, caller)
  const now = clock()
  const hash = secretHash(key, secret)
  const { found, blockedFor } = await findForOpening(db, hash, { subject, showDemo, now })
  if (blockedFor !== null) throw new ApiError('rate-limited', { retryAfter: Math.max(1, blockedFor) })
  if (!found) {
    const wait = await countFailure(db, { hash: subject, kind: caller.kind }, callerRule)
    throw wait === null ? new ApiError('not-found') : new ApiError('rate-limited', { retryAfter: wait })
  }
  const { application, kind, expiresAt } = found
  const kept = kind === 'phone' || kind === 'relative'
  if (kept && expiresAt && needsRenewal(expiresAt, now)) await renewSecret(db, hash, keptUntil(now))
  const full = kind === 'slip' || kind === 'phone'
  return opened(context, { application, steps: await listSteps(db, application.id), full })
}
