import type { TipContact } from '#contract/tips.ts'
import { ApiError } from '../http/api-error.ts'
import { findContact, type ListedTip, type NamedEntry, namedEntriesOf } from './desk-tips.repo.ts'
import { contextOf } from './sealing.ts'
import type { TipDesk } from './tip-desk.ts'

const openMs = 24 * 3_600_000

export async function getRequest({ db }: TipDesk, tipId: number, requestId: number) {
  const entries = await namedEntriesOf(db, tipId)
  const request = entries.find(({ id, kind }) => id === requestId && kind === 'identity-requested')
  if (!request) throw new ApiError('not-found')
  return { request, entries }
}

/** A request is decided by somebody else than who made it. */
export function requireSecondOfficer(request: NamedEntry, officerId: number): void {
  if (request.officerId === officerId) throw new ApiError('forbidden')
}

/** Only who asked may look, once it is approved, for a day. */
export function requireApproval(
  { request, entries }: { request: NamedEntry; entries: readonly NamedEntry[] },
  officerId: number,
  now: Date,
): void {
  if (request.officerId !== officerId) throw new ApiError('forbidden')
  const approval = entries.find(
    ({ kind, requestId }) => kind === 'identity-approved' && requestId === request.id,
  )
  if (!approval || now.getTime() - approval.at.getTime() > openMs) throw new ApiError('conflict')
}

export async function getContact({ db, sealing }: TipDesk, tip: ListedTip): Promise<TipContact> {
  const sealed = await findContact(db, tip.id)
  if (!sealed) throw new ApiError('conflict')
  return JSON.parse(
    await sealing.identity.openText(sealed, contextOf.contact(tip.clientKeyHash)),
  ) as TipContact
}
