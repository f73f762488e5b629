import type { TipMessage } from '#contract/tip-thread.ts'
import type { Queries } from '../db/database.ts'
import { ApiError } from '../http/api-error.ts'
import type { Keys } from '../keys/keys.ts'
import { keyedHash, seal } from '../keys/seal.ts'
import { toTheMinute } from './minute.ts'
import { getTip, messageId } from './open-thread.ts'
import { findAddition, insertAddition } from './tip-entries.repo.ts'

export interface Addition {
  code: string
  clientKey: string
  text: string
}

/** Stores the sender's addition once; the same key with another text or for another tip is a `conflict`. */
export async function addMessage(
  db: Queries,
  keys: Keys,
  addition: Addition,
  now: Date,
): Promise<TipMessage> {
  const { code, clientKey, text } = addition
  const tip = await getTip(db, code)
  const clientKeyHash = keyedHash(keys.tipReceipts, 'message key', clientKey)
  const textHash = keyedHash(keys.tipReceipts, 'message text', tip.publicCode, text)
  const stored =
    (await insertAddition(db, {
      tipId: tip.id,
      at: toTheMinute(now),
      sealedText: seal(keys.tipContent, text),
      clientKeyHash,
      textHash,
    })) ?? (await findAddition(db, clientKeyHash))
  if (!stored) throw new ApiError('unavailable')
  if (!stored.textHash.equals(textHash)) throw new ApiError('conflict')
  return { id: messageId(keys, stored.id), kind: 'addition', at: stored.at.toISOString(), text }
}
