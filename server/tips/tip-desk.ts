import type { WorkCalendar } from '#contract/calendar.ts'
import type { DeskTip, DeskTipEntry, TipAction, TipInList } from '#contract/desk-tip-views.ts'
import type { Database, Queries } from '../db/database.ts'
import type { SealedFiles } from '../evidence/sealed-files.ts'
import { ApiError } from '../http/api-error.ts'
import { keyedHash } from '../keys/seal.ts'
import {
  findTip,
  insertEntry,
  joinedTips,
  type ListedTip,
  type NamedEntry,
  namedEntriesOf,
  type NewEntry,
  type Reach,
  type StoredEntry,
} from './desk-tips.repo.ts'
import { toTheMinute } from './minute.ts'
import { storyOf } from './open-thread.ts'
import { contextOf, type TipSealing } from './sealing.ts'
import { tipClock } from './tip-clock.ts'
import { findAddition } from './tip-entries.repo.ts'
import { storedFilesOf } from './tip-files.repo.ts'

export interface TipDesk {
  db: Database
  sealing: TipSealing
  files: SealedFiles
  calendar: WorkCalendar
  clock: () => Date
}

/** Another queue's tip, or one of a station out of reach, is not there. */
export async function getDeskTip(db: Queries, reach: Reach, id: number): Promise<ListedTip> {
  const tip = await findTip(db, reach, id)
  if (!tip) throw new ApiError('not-found')
  return tip
}

export function inList({ calendar, clock }: TipDesk, { channel }: Reach, tip: ListedTip): TipInList {
  const {
    id,
    publicCode,
    category,
    station,
    happeningNow,
    named,
    fileCount,
    receivedAt,
    status,
    waiting,
    identityAsked,
    demo,
  } = tip
  return {
    id,
    publicCode,
    category,
    station,
    happeningNow,
    named,
    fileCount,
    receivedAt: receivedAt.toISOString(),
    status,
    waiting,
    identityAsked,
    clock: tipClock(calendar, channel, tip, clock()),
    demo,
  }
}

export async function openDeskTip(desk: TipDesk, reach: Reach, tip: ListedTip): Promise<DeskTip> {
  const entries = await namedEntriesOf(desk.db, tip.id)
  const files = await storedFilesOf(desk.db, tip.clientKeyHash)
  const joined = await joinedTips(desk.db, reach, tip.id)
  return {
    ...inList(desk, reach, tip),
    wave: tip.wave,
    content: await storyOf(desk.sealing, tip),
    files: files.map(({ id, kind, bytes, receivedAt }) => ({
      id,
      kind,
      bytes,
      receivedAt: receivedAt.toISOString(),
    })),
    entries: await Promise.all(entries.map((entry) => shown(desk, entry))),
    joined: joined.map((other) => inList(desk, reach, other)),
  }
}

async function shown({ sealing }: TipDesk, entry: NamedEntry): Promise<DeskTipEntry> {
  const { id, tipId, kind, at, by, sealedText, requestId, otherTipId } = entry
  return {
    id,
    kind,
    at: at.toISOString(),
    by,
    text: sealedText && (await sealing.content.openText(sealedText, contextOf.entry(tipId))),
    request: requestId,
    other: otherTipId,
  }
}

/** What sealing an entry's text needs, done before a transaction: the vault asks the database itself. */
export async function sealEntry(
  { sealing, clock }: TipDesk,
  tipId: number,
  text: string,
): Promise<{ at: Date; sealedText: Buffer }> {
  const now = clock()
  return { at: toTheMinute(now), sealedText: await sealing.content.seal(text, contextOf.entry(tipId), now) }
}

/** Hashes that tell an officer's repeated click from another text under the same key. */
export function actionHashes(
  { sealing }: TipDesk,
  tipId: number,
  action: { clientKey: string; kind: TipAction; text: string },
) {
  const key = sealing.keys.tipReceipts
  return {
    clientKeyHash: keyedHash(key, 'desk key', action.clientKey),
    textHash: keyedHash(key, 'desk text', String(tipId), action.kind, action.text),
  }
}

/** Stores an entry, or finds that the same one is stored already; what contradicts it is a `conflict`. */
export async function addEntry(tx: Queries, entry: NewEntry): Promise<StoredEntry> {
  const stored =
    (await insertEntry(tx, entry)) ?? (entry.clientKeyHash && (await findAddition(tx, entry.clientKeyHash)))
  const same = !entry.textHash || stored?.textHash?.equals(entry.textHash)
  if (!stored || !same) throw new ApiError('conflict')
  return stored
}
