import type { Queries } from '../db/database.ts'

export interface NewTip {
  publicCode: string
  secretHash: Buffer
  clientKeyHash: Buffer
  draftHash: Buffer
  category: string
  sealedContent: Buffer
  receivedAt: Date
  sealedContact: Buffer | null
}

export interface StoredTip {
  publicCode: string
  draftHash: Buffer
  receivedAt: Date
}

/** Stores tip and contact in one statement; nothing is stored when the client key or the public code is taken. */
export async function insertTip(db: Queries, tip: NewTip): Promise<StoredTip | undefined> {
  const [row] = await db.query<StoredTip>(
    `with tip as (
       insert into tips (public_code, secret_hash, client_key_hash, draft_hash, category, sealed_content, received_at)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict do nothing
       returning id, public_code, draft_hash, received_at
     ), contact as (
       insert into tip_contacts (tip_id, sealed_contact) select id, $8::bytea from tip where $8::bytea is not null
     )
     select public_code as "publicCode", draft_hash as "draftHash", received_at as "receivedAt" from tip`,
    [
      tip.publicCode,
      tip.secretHash,
      tip.clientKeyHash,
      tip.draftHash,
      tip.category,
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
