import { timingSafeEqual } from 'node:crypto'
import type { WorkCalendar } from '#contract/calendar.ts'
import { readReceipt } from '#contract/receipt.ts'
import type { TipContent } from '#contract/tip-content.ts'
import { type TipMessage, TipMessageKind, type TipThread } from '#contract/tip-thread.ts'
import type { Queries } from '../db/database.ts'
import { ApiError } from '../http/api-error.ts'
import type { Keys } from '../keys/keys.ts'
import { keyedHash } from '../keys/seal.ts'
import { secretHash } from './receipts.ts'
import { contextOf, type TipSealing } from './sealing.ts'
import { tipDeadlines } from './tip-deadlines.ts'
import { entriesOf, type TipEntry } from './tip-entries.repo.ts'
import { joinedTo } from './tip-joins.repo.ts'
import { channelOf, statusOf } from './tip-status.ts'
import { findTipByCode, type TipRow } from './tips.repo.ts'

/** The tip that a whole receipt opens. That a code is unknown and that its secret is wrong look alike. */
export async function getTip(db: Queries, code: string): Promise<TipRow> {
  const reading = readReceipt(code)
  if (reading.kind !== 'ok') throw new ApiError('invalid', { fields: { code: 'format' } })
  const { publicCode, secret } = reading.receipt
  const tip = await findTipByCode(db, publicCode)
  const given = secretHash(secret)
  if (!timingSafeEqual(tip?.secretHash ?? Buffer.alloc(given.length), given) || !tip)
    throw new ApiError('not-found')
  return tip
}

interface Opening {
  code: string
  withContent?: boolean | undefined
}

export async function openThread(
  db: Queries,
  { sealing, calendar }: { sealing: TipSealing; calendar: WorkCalendar },
  { code, withContent = false }: Opening,
): Promise<TipThread> {
  const tip = await getTip(db, code)
  const entries = await entriesOf(db, tip.id)
  // A sender is told of these steps as of their own, without their words and without that there is another tip.
  const other = await joinedTo(db, tip.id)
  const joined = other === undefined ? [] : await entriesOf(db, other)
  const { status, at } = statusOf([...entries, ...joined], tip.receivedAt)
  const channel = channelOf(tip.channel, entries)
  const messages = await Promise.all(entries.map((entry) => messageOf(sealing, entry, withContent)))
  return {
    publicCode: tip.publicCode,
    receivedAt: tip.receivedAt.toISOString(),
    status,
    statusAt: at.toISOString(),
    channel,
    deadlines: tipDeadlines(calendar, channel, tip.receivedAt),
    messages: messages.flat(),
    named: tip.named,
    identityOpenings: entries
      .filter(({ kind }) => kind === 'identity-opened')
      .map((entry) => entry.at.toISOString()),
    fileCount: tip.fileCount,
    ...(withContent && { content: await storyOf(sealing, tip) }),
  }
}

export async function storyOf({ content }: TipSealing, tip: TipRow): Promise<TipContent> {
  const story = await content.openText(tip.sealedContent, contextOf.tip(tip.clientKeyHash))
  return JSON.parse(story) as TipContent
}

/** Internal entries are for officers; what the sender wrote is shown only when asked for. */
async function messageOf(sealing: TipSealing, entry: TipEntry, withContent: boolean): Promise<TipMessage[]> {
  const kind = TipMessageKind.options.find((shown) => shown === entry.kind)
  if (!kind) return []
  const sealed = kind !== 'addition' || withContent ? entry.sealedText : null
  const text = sealed && (await sealing.content.openText(sealed, contextOf.entry(entry.tipId)))
  return [{ id: messageId(sealing.keys, entry.id), kind, at: entry.at.toISOString(), text }]
}

/** Not the row's own number: it would tell how many messages everybody writes. */
export function messageId(keys: Keys, entryId: number): string {
  return keyedHash(keys.tipReceipts, 'message', String(entryId)).toString('base64url').slice(0, 16)
}
