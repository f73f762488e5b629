import { timingSafeEqual } from 'node:crypto'
import type { WorkCalendar } from '#contract/calendar.ts'
import { readReceipt } from '#contract/receipt.ts'
import type { TipContent } from '#contract/tip-content.ts'
import type { TipMessage, TipThread } from '#contract/tip-thread.ts'
import type { Queries } from '../db/database.ts'
import { ApiError } from '../http/api-error.ts'
import type { Keys } from '../keys/keys.ts'
import { keyedHash, open } from '../keys/seal.ts'
import { secretHash } from './receipts.ts'
import { tipDeadlines } from './tip-deadlines.ts'
import { entriesOf, type TipEntry } from './tip-entries.repo.ts'
import { statusOf } from './tip-status.ts'
import { findTipByCode, type OpenedTip } from './tips.repo.ts'

/** The tip that a whole receipt opens. That a code is unknown and that its secret is wrong look alike. */
export async function getTip(db: Queries, code: string): Promise<OpenedTip & { publicCode: string }> {
  const reading = readReceipt(code)
  if (reading.kind !== 'ok') throw new ApiError('invalid', { fields: { code: 'format' } })
  const { publicCode, secret } = reading.receipt
  const tip = await findTipByCode(db, publicCode)
  const given = secretHash(secret)
  if (!timingSafeEqual(tip?.secretHash ?? Buffer.alloc(given.length), given) || !tip)
    throw new ApiError('not-found')
  return { ...tip, publicCode }
}

interface Opening {
  code: string
  withContent?: boolean | undefined
}

export async function openThread(
  db: Queries,
  { keys, calendar }: { keys: Keys; calendar: WorkCalendar },
  { code, withContent = false }: Opening,
): Promise<TipThread> {
  const tip = await getTip(db, code)
  const entries = await entriesOf(db, tip.id)
  const { status, at } = statusOf(entries, tip.receivedAt)
  return {
    publicCode: tip.publicCode,
    receivedAt: tip.receivedAt.toISOString(),
    status,
    statusAt: at.toISOString(),
    channel: tip.channel,
    deadlines: tipDeadlines(calendar, tip.channel, tip.receivedAt),
    messages: entries.flatMap((entry) => messageOf(keys, entry, withContent)),
    named: tip.named,
    identityOpenings: [],
    ...(withContent && { content: JSON.parse(open(keys.tipContent, tip.sealedContent)) as TipContent }),
  }
}

/** Internal notes are for officers; what the sender wrote is shown only when asked for. */
function messageOf(keys: Keys, entry: TipEntry, withContent: boolean): TipMessage[] {
  const { kind } = entry
  if (kind === 'note') return []
  const sealed = kind !== 'addition' || withContent ? entry.sealedText : null
  const text = sealed && open(keys.tipContent, sealed)
  return [{ id: messageId(keys, entry.id), kind, at: entry.at.toISOString(), text }]
}

/** Not the row's own number: it would tell how many messages everybody writes. */
export function messageId(keys: Keys, entryId: number): string {
  return keyedHash(keys.tipReceipts, 'message', String(entryId)).toString('base64url').slice(0, 16)
}
