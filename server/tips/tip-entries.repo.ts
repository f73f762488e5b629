import type { Queries } from '../db/database.ts'

/** `addition` is the sender's; all others the police's. */
export type EntryKind = 'addition' | 'question' | 'note' | 'passed-on' | 'answered' | 'not-enough-information'

export interface TipEntry {
  id: number
  kind: EntryKind
  at: Date
  sealedText: Buffer | null
}

interface NewAddition {
  tipId: number
  at: Date
  sealedText: Buffer
  clientKeyHash: Buffer
  textHash: Buffer
}

export interface StoredAddition {
  id: number
  at: Date
  textHash: Buffer
}

/** Nothing is stored when the key is taken. */
export async function insertAddition(
  db: Queries,
  addition: NewAddition,
): Promise<StoredAddition | undefined> {
  const { tipId, at, sealedText, clientKeyHash, textHash } = addition
  const [row] = await db.query<StoredAddition>(
    `insert into tip_entries (tip_id, kind, at, sealed_text, client_key_hash, text_hash)
     values ($1, 'addition', $2, $3, $4, $5)
     on conflict (client_key_hash) do nothing
     returning id, at, text_hash as "textHash"`,
    [tipId, at, sealedText, clientKeyHash, textHash],
  )
  return row
}

export async function findAddition(db: Queries, clientKeyHash: Buffer): Promise<StoredAddition | undefined> {
  const [row] = await db.query<StoredAddition>(
    'select id, at, text_hash as "textHash" from tip_entries where client_key_hash = $1',
    [clientKeyHash],
  )
  return row
}

/** Oldest first. */
export async function entriesOf(db: Queries, tipId: number): Promise<TipEntry[]> {
  return db.query<TipEntry>(
    'select id, kind, at, sealed_text as "sealedText" from tip_entries where tip_id = $1 order by id',
    [tipId],
  )
}
