import type { TipStatus } from '#contract/tip-thread.ts'
import type { Queries } from '../db/database.ts'
import type { EntryKind, TipEntry } from './tip-entries.repo.ts'
import { tipColumns, type TipChannel, type TipRow } from './tips.repo.ts'

/** Which tips an officer may see: those of a queue at the stations of the roles that this takes. */
export interface Reach {
  channel: TipChannel
  /** Station ids, or `*`. Tips without a station are for those with `*`. */
  within: readonly string[]
}

export interface ListedTip extends TipRow {
  status: TipStatus
  waiting: boolean
  /** The sender has been told anything at all. */
  told: boolean
  /** A request to see the sender waits for its decision. */
  identityAsked: boolean
}

export const listed = `${tipColumns}, s.status, s.waiting, s.told, s.identity_asked as "identityAsked"`
const states = 'tips t join tip_states s on s.tip_id = t.id'
export const reachable = "s.queue = $1 and (s.station = any($2::text[]) or '*' = any($2::text[]))"

export async function findTip(db: Queries, reach: Reach, id: number): Promise<ListedTip | undefined> {
  const [row] = await db.query<ListedTip>(
    `select ${listed} from ${states} where ${reachable} and t.id = $3`,
    [reach.channel, [...reach.within], id],
  )
  return row
}

/** Those that were joined to a tip and are within the same reach, oldest first. */
export async function joinedTips(db: Queries, reach: Reach, id: number): Promise<ListedTip[]> {
  return db.query<ListedTip>(
    `select ${listed} from tip_joins j join tips t on t.id = j.tip_id join tip_states s on s.tip_id = t.id
     where ${reachable} and j.into_id = $3 order by t.id`,
    [reach.channel, [...reach.within], id],
  )
}

export interface NamedEntry extends TipEntry {
  by: string | null
}

/** Oldest first, with the officers' names. */
export async function namedEntriesOf(db: Queries, tipId: number): Promise<NamedEntry[]> {
  return db.query<NamedEntry>(
    `select e.id, e.tip_id as "tipId", e.kind, e.at, e.officer_id as "officerId", e.request_id as "requestId",
       e.other_tip_id as "otherTipId", e.sealed_text as "sealedText", o.name as by
     from tip_entries e left join officers o on o.id = e.officer_id
     where e.tip_id = $1 order by e.id`,
    [tipId],
  )
}

export interface NewEntry {
  tipId: number
  kind: EntryKind
  at: Date
  officerId: number
  sealedText?: Buffer | null
  requestId?: number
  otherTipId?: number
  clientKeyHash?: Buffer
  textHash?: Buffer
}

export interface StoredEntry {
  id: number
  at: Date
  textHash: Buffer | null
}

/** Nothing is stored when the key is taken, or what may happen once has happened. */
export async function insertEntry(tx: Queries, entry: NewEntry): Promise<StoredEntry | undefined> {
  const [row] = await tx.query<StoredEntry>(
    `insert into tip_entries
       (tip_id, kind, at, officer_id, sealed_text, request_id, other_tip_id, client_key_hash, text_hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict do nothing returning id, at, text_hash as "textHash"`,
    [
      entry.tipId,
      entry.kind,
      entry.at,
      entry.officerId,
      entry.sealedText,
      entry.requestId,
      entry.otherTipId,
      entry.clientKeyHash,
      entry.textHash,
    ],
  )
  return row
}

export async function findContact(db: Queries, tipId: number): Promise<Buffer | undefined> {
  const [row] = await db.query<{ sealed: Buffer }>(
    'select sealed_contact as sealed from tip_contacts where tip_id = $1',
    [tipId],
  )
  return row?.sealed
}
