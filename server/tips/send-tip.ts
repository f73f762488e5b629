import type { InferOutput } from 'valibot'
import { formatReceipt } from '#contract/receipt.ts'
import type { TipContent } from '#contract/tip-content.ts'
import type { TipDraft, TipReceipt } from '#contract/tips.ts'
import type { Queries } from '../db/database.ts'
import { ApiError } from '../http/api-error.ts'
import type { Keys } from '../keys/keys.ts'
import { keyedHash, seal } from '../keys/seal.ts'
import { toTheMinute } from './minute.ts'
import { newPublicCode, receiptSecret, secretHash } from './receipts.ts'
import { findTipByClientKey, insertTip, type NewTip, type StoredTip } from './tips.repo.ts'

type Draft = InferOutput<typeof TipDraft>

/** Ten collisions in a row among 6.4 million codes mean that the space is full, not that luck is bad. */
const mostCodes = 10

/**
 * Stores a tip once. The same client key with the same draft gets the same receipt again; with another draft it is
 * refused as `conflict`, because one of the two would otherwise be lost silently.
 */
export async function sendTip(db: Queries, keys: Keys, draft: Draft, now: Date): Promise<TipReceipt> {
  const secret = receiptSecret(keys.tipReceipts, draft.clientKey)
  const sealedTip = sealTip(keys, draft, secret, now)
  const stored = await storeOnce(db, sealedTip)
  if (!stored.draftHash.equals(sealedTip.draftHash)) throw new ApiError('conflict')
  const { publicCode, receivedAt } = stored
  return { code: formatReceipt({ publicCode, secret }), publicCode, receivedAt: receivedAt.toISOString() }
}

/** Finds a tip, and files that arrive for it, by the key that only the sender's phone knows. */
export function clientKeyHash(keys: Keys, clientKey: string): Buffer {
  return keyedHash(keys.tipReceipts, 'client key', clientKey)
}

/** The contract's order of fields, whatever the order in which a phone sent them. */
export function contentOf(draft: Draft): TipContent {
  const { clientKey: _, contact: __, declaredTrue: ___, proof: ____, ...content } = draft
  return content
}

function sealTip(keys: Keys, draft: Draft, secret: string, now: Date): Omit<NewTip, 'publicCode'> {
  const { clientKey, contact } = draft
  const content = JSON.stringify(contentOf(draft))
  const contactHash =
    contact && keyedHash(keys.contactHashes, clientKey, JSON.stringify(contact)).toString('hex')
  return {
    secretHash: secretHash(secret),
    clientKeyHash: clientKeyHash(keys, clientKey),
    draftHash: keyedHash(keys.tipReceipts, 'draft', content, contactHash ?? ''),
    category: draft.category,
    channel: draft.aboutOfficer ? 'superior' : 'unit',
    station: draft.station ?? null,
    happeningNow: draft.happeningNow ?? false,
    sealedContent: seal(keys.tipContent, content),
    sealedContact: contact ? seal(keys.identity, JSON.stringify(contact)) : null,
    receivedAt: toTheMinute(now),
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
