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

export interface Filter {
  status?: TipStatus | undefined
  category?: string | undefined
  station?: string | undefined
  waiting?: 'yes' | undefined
  happeningNow?: 'yes' | undefined
  wave?: string | undefined
  before?: number | undefined
}

export interface ListedTip extends TipRow {
  status: TipStatus
  waiting: boolean
  /** The sender has been told anything at all. */
  told: boolean
}

/** Facts that follow from a tip's entries. One text everywhere, so that they follow in one way. */
const facts = `left join lateral (
    select (array_agg(e.kind order by e.id desc)
              filter (where e.kind in ('passed-on', 'answered', 'not-enough-information')))[1] as status,
      coalesce(max(e.id) filter (where e.kind = 'addition'), 0)
        > coalesce(max(e.id) filter (where e.kind in ('note', 'question', 'passed-on', 'answered', 'not-enough-information')), 0) as waiting,
      coalesce(bool_or(e.kind in ('question', 'passed-on', 'answered', 'not-enough-information')), false) as told,
      coalesce(bool_or(e.kind = 'merged'), false) as merged,
      coalesce(bool_or(e.kind = 'to-superior'), false) as moved
    from tip_entries e where e.tip_id = t.id) f on true`

const reachable = `(case when f.moved then 'superior' else t.channel end) = $1
  and (t.station = any($2::text[]) or '*' = any($2::text[]))`

const listed = `${tipColumns}, coalesce(f.status, 'received') as status, f.waiting, f.told`

export async function listTips(
  db: Queries,
  { channel, within }: Reach,
  filter: Filter,
  most: number,
): Promise<ListedTip[]> {
  return db.query<ListedTip>(
    `select ${listed} from tips t ${facts}
     where ${reachable} and not f.merged
       and ($3::text is null or coalesce(f.status, 'received') = $3)
       and ($4::text is null or t.category = $4)
       and ($5::text is null or t.station = $5)
       and ($6::boolean is null or f.waiting)
       and ($7::boolean is null or t.happening_now)
       and t.wave is not distinct from $8::text
       and ($9::bigint is null or t.id < $9)
     order by t.id desc limit $10`,
    [
      channel,
      [...within],
      filter.status,
      filter.category,
      filter.station,
      filter.waiting && true,
      filter.happeningNow && true,
      filter.wave,
      filter.before,
      most,
    ],
  )
}

export interface WaveSum {
  wave: string
  count: number
  newestAt: Date
}

export async function listWaves(db: Queries, { channel, within }: Reach): Promise<WaveSum[]> {
  return db.query<WaveSum>(
    `select t.wave, count(*)::int as count, max(t.received_at) as "newestAt" from tips t ${facts}
     where ${reachable} and t.wave is not null
     group by t.wave order by max(t.id) desc limit 50`,
    [channel, [...within]],
  )
}

export async function findTip(db: Queries, reach: Reach, id: number): Promise<ListedTip | undefined> {
  const [row] = await db.query<ListedTip>(
    `select ${listed} from tips t ${facts} where ${reachable} and t.id = $3`,
    [reach.channel, [...reach.within], id],
  )
  return row
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
