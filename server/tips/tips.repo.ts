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
  sealedContent: Buffer
  receivedAt: Date
  sealedContact: Buffer | null
}

export interface StoredTip {
  publicCode: string
  draftHash: Buffer
  receivedAt: Date
}

export interface OpenedTip {
  id: number
  secretHash: Buffer
  channel: TipChannel
  receivedAt: Date
  sealedContent: Buffer
  named: boolean
}

/** Stores tip and contact in one statement; nothing is stored when the client key or the public code is taken. */
export async function insertTip(db: Queries, tip: NewTip): Promise<StoredTip | undefined> {
  const [row] = await db.query<StoredTip>(
    `with tip as (
       insert into tips (public_code, secret_hash, client_key_hash, draft_hash, category, channel, station,
         happening_now, sealed_content, received_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict do nothing
       returning id, public_code, draft_hash, received_at
     ), contact as (
       insert into tip_contacts (tip_id, sealed_contact) select id, $11::bytea from tip where $11::bytea is not null
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
      tip.sealedContent,
      tip.receivedAt,
      tip.sealedContact,
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

export async function findTipByCode(db: Queries, publicCode: string): Promise<OpenedTip | undefined> {
  const [row] = await db.query<OpenedTip>(
    `select id, secret_hash as "secretHash", channel, received_at as "receivedAt",
       sealed_content as "sealedContent", exists (select from tip_contacts where tip_id = id) as named
     from tips where public_code = $1`,
    [publicCode],
  )
  return row
}
