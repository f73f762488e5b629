import type { Queries } from '../db/database.ts'

export type TipChannel = 'unit' | 'superior'

export interface NewTip {
  publicCode: string
  secretHash: Buffer
  clientKeyHash: Buffer
  draftHash: Buffer
  category: string
  channel: TipChannel
  station: string | null
  happeningNow: boolean
  wave: string | null
  sealedContent: Buffer
  receivedAt: Date
  sealedContact: Buffer | null
  /** Invented for a demonstration. */
  demo: boolean
}

export interface StoredTip {
  publicCode: string
  draftHash: Buffer
  receivedAt: Date
}

export interface TipRow {
  id: number
  publicCode: string
  secretHash: Buffer
  clientKeyHash: Buffer
  category: string
  channel: TipChannel
  station: string | null
  happeningNow: boolean
  wave: string | null
  receivedAt: Date
  sealedContent: Buffer
  named: boolean
  demo: boolean
  /** Pictures, videos and documents that were kept. */
  fileCount: number
}

/** Stores tip and contact in one statement; nothing is stored when the client key or the public code is taken. */
export async function insertTip(db: Queries, tip: NewTip): Promise<StoredTip | undefined> {
  const [row] = await db.query<StoredTip>(
    `with tip as (
       insert into tips (public_code, secret_hash, client_key_hash, draft_hash, category, channel, station,
         happening_now, wave, sealed_content, received_at, demo)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $13)
       on conflict do nothing
       returning id, public_code, draft_hash, received_at
     ), contact as (
       insert into tip_contacts (tip_id, sealed_contact) select id, $12::bytea from tip where $12::bytea is not null
     )
     select public_code as "publicCode", draft_hash as "draftHash", received_at as "receivedAt" from tip`,
    [
      tip.publicCode,
      tip.secretHash,
      tip.clientKeyHash,
      tip.draftHash,
      tip.category,
      tip.channel,
      tip.station,
      tip.happeningNow,
      tip.wave,
      tip.sealedContent,
      tip.receivedAt,
      tip.sealedContact,
      tip.demo,
    ],
  )
  return row
}

export async function findTipByClientKey(db: Queries, clientKeyHash: Buffer): Promise<StoredTip | undefined> {
  const [row] = await db.query<StoredTip>(
    `select public_code as "publicCode", draft_hash as "draftHash", received_at as "receivedAt"
     from tips where client_key_hash = $1`,
    [clientKeyHash],
  )
  return row
}

/** With the same text everywhere, so that a tip is read in one way. */
export const tipColumns = `t.id, t.public_code as "publicCode", t.secret_hash as "secretHash",
  t.client_key_hash as "clientKeyHash", t.category, t.channel, t.station, t.happening_now as "happeningNow", t.wave,
  t.received_at as "receivedAt", t.sealed_content as "sealedContent", t.demo,
  exists (select from tip_contacts c where c.tip_id = t.id) as named,
  (select count(*)::int from tip_files x where x.owner_hash = t.client_key_hash and x.state = 'stored') as "fileCount"`

export async function findTipByCode(db: Queries, publicCode: string): Promise<TipRow | undefined> {
  const [row] = await db.query<TipRow>(`select ${tipColumns} from tips t where t.public_code = $1`, [
    publicCode,
  ])
  return row
}
