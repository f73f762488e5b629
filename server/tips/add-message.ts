import type { TipMessage } from '#contract/tip-thread.ts'
import type { Queries } from '../db/database.ts'
import { ApiError } from '../http/api-error.ts'
import { keyedHash } from '../keys/seal.ts'
import { toTheMinute } from './minute.ts'
import { getTip, messageId } from './open-thread.ts'
import { contextOf, type TipSealing } from './sealing.ts'
import { findAddition, insertAddition, type StoredAddition } from './tip-entries.repo.ts'

export interface Addition {
  code: string
  clientKey: string
  text: string
}

/** Stores the sender's addition once; the same key with another text or for another tip is a `conflict`. */
export async function addMessage(
  db: Queries,
  sealing: TipSealing,
  addition: Addition,
  now: Date,
): Promise<TipMessage> {
  const tip = await getTip(db, addition.code)
  const keyHash = keyHashOf(sealing, addition)
  const stored =
    (await insertAddition(db, {
      tipId: tip.id,
      at: toTheMinute(now),
      sealedText: await sealing.content.seal(addition.text, contextOf.entry(tip.id), now),
      clientKeyHash: keyHash,
      textHash: textHashOf(sealing, tip.publicCode, addition.text),
    })) ?? (await findAddition(db, keyHash))
  if (!stored) throw new ApiError('unavailable')
  return messageOf(sealing, tip.publicCode, addition, stored)
}

/** An addition that is stored already; undefined when it is not. */
export async function findMessage(
  db: Queries,
  sealing: TipSealing,
  addition: Addition,
): Promise<TipMessage | undefined> {
  const tip = await getTip(db, addition.code)
  const stored = await findAddition(db, keyHashOf(sealing, addition))
  return stored && messageOf(sealing, tip.publicCode, addition, stored)
}

function messageOf(
  sealing: TipSealing,
  publicCode: string,
  { text }: Addition,
  stored: StoredAddition,
): TipMessage {
  if (!stored.textHash.equals(textHashOf(sealing, publicCode, text))) throw new ApiError('conflict')
  return { id: messageId(sealing.keys, stored.id), kind: 'addition', at: stored.at.toISOString(), text }
}

const keyHashOf = ({ keys }: TipSealing, { clientKey }: Addition) =>
  keyedHash(keys.tipReceipts, 'message key', clientKey)

const textHashOf = ({ keys }: TipSealing, publicCode: string, text: string) =>
  keyedHash(keys.tipReceipts, 'message text', publicCode, text)
