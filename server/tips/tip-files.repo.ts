import type { TipFileKind, TipFileRefusal } from '#contract/tip-files.ts'
import type { Queries } from '../db/database.ts'

export interface TipFileRow {
  id: number
  state: 'arriving' | 'stored' | 'refused'
  /** As announced; null for Zalo's uploader until it is there, and once the file has ended. */
  size: number | null
  received: number
  kind: TipFileKind | null
  refusal: TipFileRefusal | null
  name: string | null
  /** Of its tip. */
  wave: string | null
  /** Its tip has come already. */
  hasTip: boolean
}

const columns = `id, state, size, received, kind, refusal, name,
  (select t.wave from tips t where t.client_key_hash = owner_hash) as wave,
  exists (select from tips t where t.client_key_hash = owner_hash) as "hasTip"`

export async function findFileByKey(db: Queries, keyHash: Buffer): Promise<TipFileRow | undefined> {
  const [row] = await db.query<TipFileRow>(`select ${columns} from tip_files where key_hash = $1`, [keyHash])
  return row
}

export async function findFile(db: Queries, id: number): Promise<TipFileRow | undefined> {
  const [row] = await db.query<TipFileRow>(`select ${columns} from tip_files where id = $1`, [id])
  return row
}

/** A file that still arrives, by the token that lets its parts in. */
export async function findFileByToken(
  db: Queries,
  tokenHash: Buffer,
  now: Date,
): Promise<TipFileRow | undefined> {
  const [row] = await db.query<TipFileRow>(
    `select ${columns} from tip_files where token_hash = $1 and token_until > $2`,
    [tokenHash, now],
  )
  return row
}

export interface NewFile {
  ownerHash: Buffer
  keyHash: Buffer
  size: number | null
  begunAt: Date
}

/** One transaction at a time for each tip, so that its files can be counted. */
export async function lockOwner(tx: Queries, ownerHash: Buffer): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1::bigint)', [ownerHash.readBigInt64BE()])
}

export async function countFiles(tx: Queries, ownerHash: Buffer): Promise<{ kept: number; refused: number }> {
  const [row] = await tx.query<{ kept: number; refused: number }>(
    `select count(*) filter (where state <> 'refused')::int as kept,
       count(*) filter (where state = 'refused')::int as refused
     from tip_files where owner_hash = $1`,
    [ownerHash],
  )
  return row!
}

export async function insertFile(tx: Queries, file: NewFile): Promise<void> {
  await tx.query(
    `insert into tip_files (owner_hash, key_hash, size, begun_at) values ($1, $2, $3, $4)
     on conflict (key_hash) do nothing`,
    [file.ownerHash, file.keyHash, file.size, file.begunAt],
  )
}

/** The token before is void. A size that was not known, or of which nothing has come, may change. */
export async function giveToken(
  db: Queries,
  id: number,
  token: { hash: Buffer; until: Date; size: number | null },
): Promise<void> {
  await db.query(
    `update tip_files set token_hash = $2, token_until = $3, size = coalesce($4, size)
     where id = $1 and state = 'arriving'`,
    [id, token.hash, token.until, token.size],
  )
}

/** False when it had ended already. */
export async function endFile(
  tx: Queries,
  id: number,
  end: { kind: TipFileKind; name: string; bytes: number; at: Date } | { refusal: TipFileRefusal; at: Date },
): Promise<boolean> {
  const kept = 'kind' in end ? end : undefined
  const ended = await tx.query(
    `update tip_files set state = $2, kind = $3, name = $4, received = $5, refusal = $6, ended_at = $7,
       size = null, token_hash = null, token_until = null
     where id = $1 and state = 'arriving' returning id`,
    [
      id,
      kept ? 'stored' : 'refused',
      kept?.kind,
      kept?.name,
      kept?.bytes ?? 0,
      'refusal' in end ? end.refusal : null,
      end.at,
    ],
  )
  return ended.length > 0
}

/** Officers see in the thread that a file came, when its tip was there before it. */
export async function noteFile(tx: Queries, id: number, at: Date): Promise<void> {
  await tx.query(
    `insert into tip_entries (tip_id, kind, at)
     select t.id, 'file-added', $2 from tip_files f join tips t on t.client_key_hash = f.owner_hash where f.id = $1`,
    [id, at],
  )
}

export interface StoredFile {
  id: number
  kind: TipFileKind
  bytes: number
  receivedAt: Date
  name: string
}

/** In the order in which they were begun. */
export async function storedFilesOf(db: Queries, ownerHash: Buffer): Promise<StoredFile[]> {
  return db.query<StoredFile>(
    `select id, kind, received as bytes, ended_at as "receivedAt", name from tip_files
     where owner_hash = $1 and state = 'stored' order by id`,
    [ownerHash],
  )
}

/** Those that are whole since before then and have not been cleaned. */
export async function findLeftFiles(db: Queries, before: Date): Promise<TipFileRow[]> {
  return db.query<TipFileRow>(
    `select ${columns} from tip_files where state = 'arriving' and received = size and begun_at < $1 order by id`,
    [before],
  )
}

export async function bytesWithoutTip(db: Queries): Promise<number> {
  const [row] = await db.query<{ bytes: number }>(
    `select coalesce(sum(received), 0)::bigint as bytes from tip_files f
     where not exists (select from tips t where t.client_key_hash = f.owner_hash)`,
  )
  return row!.bytes
}

/** What is known of a tip to which files belong; undefined as long as it has not come. */
export async function findOwner(
  db: Queries,
  ownerHash: Buffer,
): Promise<{ wave: string | null } | undefined> {
  const [row] = await db.query<{ wave: string | null }>('select wave from tips where client_key_hash = $1', [
    ownerHash,
  ])
  return row
}
