import { createHash, randomBytes } from 'node:crypto'
import type { Queries } from '../db/database.ts'
import type { Session, SessionReader } from '../http/session-reader.ts'

const minutes = 60
const tokenForm = /^Bearer ([A-Za-z0-9_-]{43})$/

/** The token has 256 random bits; only its hash is stored, so a copy of the database opens no session. */
const hashOf = (token: string) => createHash('sha256').update(token).digest()

export async function openSession(db: Queries, zaloUserId: string, now: Date) {
  const token = randomBytes(32).toString('base64url')
  // To the minute: finer times could be laid beside other records.
  const expiresAt = new Date((Math.ceil(now.getTime() / 60_000) + minutes) * 60_000)
  await db.query('insert into sessions (token_hash, zalo_user_id, expires_at) values ($1, $2, $3)', [
    hashOf(token),
    zaloUserId,
    expiresAt,
  ])
  return { token, expiresAt: expiresAt.toISOString() }
}

export function sessionReader(db: Queries, clock: () => Date): SessionReader {
  const findSession = async (authorization: string | undefined) => {
    const token = tokenForm.exec(authorization ?? '')?.[1]
    if (!token) return undefined
    const [row] = await db.query<Session>(
      `select zalo_user_id as "zaloUserId", phone_hash as "phoneHash" from sessions
       where token_hash = $1 and expires_at > $2`,
      [hashOf(token), clock()],
    )
    return row
  }
  return { findSession, findUser: async (authorization) => (await findSession(authorization))?.zaloUserId }
}

/** For the session of a token that `findSession` has just accepted. */
export async function vouchForPhone(db: Queries, authorization: string, phoneHash: Buffer): Promise<void> {
  const token = tokenForm.exec(authorization)?.[1] ?? ''
  await db.query('update sessions set phone_hash = $2 where token_hash = $1', [hashOf(token), phoneHash])
}

export async function forgetOldSessions(db: Queries, now: Date): Promise<void> {
  await db.query('delete from sessions where expires_at < $1', [now])
}

/** Of somebody who withdrew his consent: nothing here remembers him any more. */
export async function forgetSessionsOf(db: Queries, zaloUserId: string): Promise<void> {
  await db.query('delete from sessions where zalo_user_id = $1', [zaloUserId])
}
