import type { InferOutput } from 'valibot'
import { formatReceipt } from '#contract/receipt.ts'
import type { TipContent } from '#contract/tip-content.ts'
import type { TipDraft, TipReceipt } from '#contract/tips.ts'
import type { Queries } from '../db/database.ts'
import { ApiError } from '../http/api-error.ts'
import { keyedHash } from '../keys/seal.ts'
import { toTheMinute } from './minute.ts'
import { newPublicCode, receiptSecret, secretHash } from './receipts.ts'
import { clientKeyHash, contextOf, type TipSealing } from './sealing.ts'
import { findTipByClientKey, insertTip, type NewTip, type StoredTip } from './tips.repo.ts'

export type Draft = InferOutput<typeof TipDraft>

/** Ten collisions in a row among 6.4 million codes mean that the space is full, not that luck is bad. */
const mostCodes = 10

interface Arrival {
  now: Date
  wave: string | null
  /** Invented for a demonstration. */
  demo?: boolean
}

/**
 * Stores a tip once. The same client key with the same draft gets the same receipt again; with another draft it is
 * refused as `conflict`, because one of the two would otherwise be lost silently.
 */
export async function sendTip(
  db: Queries,
  sealing: TipSealing,
  draft: Draft,
  arrival: Arrival,
): Promise<TipReceipt> {
  return receiptFor(sealing, draft, await storeOnce(db, await sealTip(sealing, draft, arrival)))
}

/** The receipt of a draft that is stored already; undefined when it is not. */
export async function findReceipt(
  db: Queries,
  sealing: TipSealing,
  draft: Draft,
): Promise<TipReceipt | undefined> {
  const stored = await findTipByClientKey(db, clientKeyHash(sealing.keys, draft.clientKey))
  return stored && receiptFor(sealing, draft, stored)
}

function receiptFor({ keys }: TipSealing, draft: Draft, stored: StoredTip): TipReceipt {
  if (!stored.draftHash.equals(draftHash(keys, draft))) throw new ApiError('conflict')
  const secret = receiptSecret(keys.tipReceipts, draft.clientKey)
  const { publicCode, receivedAt } = stored
  return { code: formatReceipt({ publicCode, secret }), publicCode, receivedAt: receivedAt.toISOString() }
}

/** The story alone, in the contract's order of fields. */
export function contentOf(draft: Draft): TipContent {
  const { clientKey: _, contact: __, declaredTrue: ___, proof: ____, ...content } = draft
  return content
}

function draftHash(keys: TipSealing['keys'], draft: Draft): Buffer {
  const { clientKey, contact } = draft
  const contactHash =
    contact && keyedHash(keys.contactHashes, clientKey, JSON.stringify(contact)).toString('hex')
  return keyedHash(keys.tipReceipts, 'draft', JSON.stringify(contentOf(draft)), contactHash ?? '')
}

async function sealTip(
  { keys, content, identity }: TipSealing,
  draft: Draft,
  { now, wave, demo = false }: Arrival,
): Promise<Omit<NewTip, 'publicCode'>> {
  const keyHash = clientKeyHash(keys, draft.clientKey)
  const story = JSON.stringify(contentOf(draft))
  const contact = draft.contact && JSON.stringify(draft.contact)
  return {
    secretHash: secretHash(receiptSecret(keys.tipReceipts, draft.clientKey)),
    clientKeyHash: keyHash,
    draftHash: draftHash(keys, draft),
    category: draft.category,
    channel: draft.aboutOfficer ? 'superior' : 'unit',
    station: draft.station ?? null,
    happeningNow: draft.happeningNow ?? false,
    wave,
    sealedContent: await content.seal(story, contextOf.tip(keyHash), now),
    sealedContact: contact ? await identity.seal(contact, contextOf.contact(keyHash), now) : null,
    receivedAt: toTheMinute(now),
    demo,
  }
}

async function storeOnce(db: Queries, tip: Omit<NewTip, 'publicCode'>): Promise<StoredTip> {
  for (let attempt = 0; attempt < mostCodes; attempt += 1) {
    const stored =
      (await insertTip(db, { ...tip, publicCode: newPublicCode() })) ??
      (await findTipByClientKey(db, tip.clientKeyHash))
    if (stored) return stored
  }
  throw new ApiError('unavailable')
}
