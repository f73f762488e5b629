import type { Queries } from '../db/database.ts'

export interface ConnectionRow {
  seedHash: Buffer
  sealedRefresh: Buffer
  sealedAccess: Buffer | null
  accessExpiresAt: Date | null
  rotatedAt: Date | null
  rotatingUntil: Date | null
  inDoubt: boolean
  refusedAt: Date | null
}

export async function findConnection(db: Queries): Promise<ConnectionRow | undefined> {
  const [row] = await db.query<ConnectionRow>(
    `select seed_hash as "seedHash", sealed_refresh as "sealedRefresh", sealed_access as "sealedAccess",
       access_expires_at as "accessExpiresAt", rotated_at as "rotatedAt", rotating_until as "rotatingUntil",
       in_doubt as "inDoubt", refused_at as "refusedAt" from oa_connection`,
  )
  return row
}

/** A refresh token that an administrator has just given replaces whatever was there; the same one changes nothing. */
export async function plantSeed(db: Queries, seedHash: Buffer, sealedRefresh: Buffer): Promise<void> {
  await db.query(
    `insert into oa_connection as c (seed_hash, sealed_refresh) values ($1, $2)
     on conflict (single) do update set seed_hash = $1, sealed_refresh = $2, sealed_access = null,
       access_expires_at = null, rotated_at = null, rotating_until = null, in_doubt = false, refused_at = null
     where c.seed_hash <> $1`,
    [seedHash, sealedRefresh],
  )
}

/**
 * The lock around a rotation, and the note that the refresh token is being handed in. Nothing of it is held open while
 * Zalo is asked: a transaction would keep everybody else out of the embedded database.
 */
export async function lockRotation(db: Queries, seen: ConnectionRow, until: Date): Promise<boolean> {
  const rows = await db.query(
    `update oa_connection set rotating_until = $1, in_doubt = true
     where rotating_until is not distinct from $2 and rotated_at is not distinct from $3 and seed_hash = $4
     returning single`,
    [until, seen.rotatingUntil, seen.rotatedAt, seen.seedHash],
  )
  return rows.length > 0
}

export interface StoredGrant {
  seedHash: Buffer
  sealedRefresh: Buffer
  sealedAccess: Buffer
  expiresAt: Date
  at: Date
}

/** Whoever holds a new pair holds the only valid one, even after his lock has run out. */
export async function storeGrant(db: Queries, grant: StoredGrant): Promise<void> {
  await db.query(
    `update oa_connection set sealed_refresh = $2, sealed_access = $3, access_expires_at = $4, rotated_at = $5,
       rotating_until = null, in_doubt = false, refused_at = null
     where seed_hash = $1`,
    [grant.seedHash, grant.sealedRefresh, grant.sealedAccess, grant.expiresAt, grant.at],
  )
}

/** The end of a rotation that brought nothing new. */
export async function releaseRotation(
  db: Queries,
  lockedUntil: Date,
  { inDoubt, refusedAt }: { inDoubt: boolean; refusedAt: Date | null },
): Promise<void> {
  await db.query(
    `update oa_connection set rotating_until = null, in_doubt = $2, refused_at = $3 where rotating_until = $1`,
    [lockedUntil, inDoubt, refusedAt],
  )
}

export async function expireAccess(db: Queries, now: Date): Promise<void> {
  await db.query('update oa_connection set access_expires_at = $1 where access_expires_at > $1', [now])
}
