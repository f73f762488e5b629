import { createHash, randomBytes } from 'node:crypto'
import type { Queries } from '../db/database.ts'
import { type Officer, officerColumns } from './officers.repo.ts'

/** A desk left alone is closed after half an hour; nobody's shift is longer than twelve. */
const idleMinutes = 30
const longestHours = 12
const minute = 60_000

/** The token has 256 random bits; only its hash is stored, so a copy of the database opens no desk. */
const hashOf = (token: string) => createHash('sha256').update(token).digest()
const idleSince = (now: Date) => new Date(now.getTime() - idleMinutes * minute)

export interface OpenSession {
  officer: Officer
  expiresAt: string
}

export async function openOfficerSession(tx: Queries, officerId: number, now: Date) {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(now.getTime() + longestHours * 60 * minute)
  await tx.query(
    'insert into officer_sessions (token_hash, officer_id, seen_at, expires_at) values ($1, $2, $3, $4)',
    [hashOf(token), officerId, now, expiresAt],
  )
  return { token, expiresAt: expiresAt.toISOString() }
}

/** Who holds the token, while the session lives and the account is active. */
export async function findSession(
  db: Queries,
  token: string,
  now: Date,
  showDemo: boolean,
): Promise<OpenSession | undefined> {
  const [row] = await db.query<Officer & { seenAt: Date; expiresAt: Date }>(
    `select ${officerColumns}, s.seen_at as "seenAt", s.expires_at as "expiresAt"
     from officer_sessions s join officers o on o.id = s.officer_id
     where s.token_hash = $1 and s.expires_at > $2 and s.seen_at > $3 and o.active and (not o.demo or $4)`,
    [hashOf(token), now, idleSince(now), showDemo],
  )
  if (!row) return undefined
  const { seenAt, expiresAt, ...officer } = row
  // To the minute is exact enough, and most requests then cost no write.
  if (now.getTime() - seenAt.getTime() > minute) {
    await db.query('update officer_sessions set seen_at = $2 where token_hash = $1', [hashOf(token), now])
  }
  return { officer, expiresAt: expiresAt.toISOString() }
}

export async function endSession(tx: Queries, token: string): Promise<void> {
  await tx.query('delete from officer_sessions where token_hash = $1', [hashOf(token)])
}

export async function endSessionsOf(tx: Queries, officerId: number): Promise<void> {
  await tx.query('delete from officer_sessions where officer_id = $1', [officerId])
}

export async function forgetOldOfficerSessions(db: Queries, now: Date): Promise<void> {
  await db.query('delete from officer_sessions where expires_at <= $1 or seen_at <= $2', [
    now,
    idleSince(now),
  ])
}
