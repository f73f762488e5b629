import type { Database } from '../db/database.ts'
import type { Keys } from '../keys/keys.ts'
import { keyedHash, open, seal } from '../keys/seal.ts'
import type { OaTokensClient } from '../zalo/oa-tokens-client.ts'
import type { PauseReason } from './delivery.repo.ts'
import { GrantKeeper } from './grant-keeper.ts'
import {
  type ConnectionRow,
  expireAccess,
  findConnection,
  lockRotation,
  plantSeed,
  releaseRotation,
} from './oa-connection.repo.ts'

export type Access = { kind: 'ready'; token: string } | { kind: 'wait'; why: PauseReason }

export interface OaConnection {
  access(): Promise<Access>
  /** Zalo did not accept the access token before its time: the next one asks for another. */
  distrust(): Promise<void>
}

export interface ConnectionOptions {
  db: Database
  keys: Pick<Keys, 'oaTokens' | 'zaloHashes'>
  /** The refresh token an administrator gave; later ones are only in the database. */
  seed: string
  tokens: OaTokensClient
  clock: () => Date
  log: (message: string) => void
}

/** Longer than one request to Zalo can take. */
const lockMs = 30_000

/**
 * The tokens of the Official Account. A refresh token works once, so it is marked before it is handed in and the answer
 * is stored before it is used. What a stop in between leaves is found by the next rotation: if Zalo never got the old
 * token it still works, else Zalo refuses it and an administrator must consent again.
 */
export function createOaConnection(options: ConnectionOptions): OaConnection {
  const { db, clock } = options
  const key = options.keys.oaTokens
  const keeper = new GrantKeeper(db, options.log)
  return {
    async access() {
      if (!(await keeper.keep())) return { kind: 'wait', why: 'connection' }
      const row = await getRow(options)
      const now = clock().getTime()
      const expiresAt = row.accessExpiresAt?.getTime() ?? 0
      const usable = row.sealedAccess && expiresAt > now ? open(key, row.sealedAccess) : undefined
      const fresh = await (isNearEnd(row, now) ? rotate(options, keeper, row) : undefined)
      if (fresh?.kind === 'ready') return fresh
      return usable === undefined
        ? (fresh ?? { kind: 'wait', why: 'busy' })
        : { kind: 'ready', token: usable }
    },
    distrust: () => expireAccess(db, clock()),
  }
}

async function getRow({ db, keys, seed }: ConnectionOptions): Promise<ConnectionRow> {
  await plantSeed(db, keyedHash(keys.zaloHashes, 'seed', seed), seal(keys.oaTokens, seed))
  const row = await findConnection(db)
  if (!row) throw new Error('The row of the Official Account was removed while it was read')
  return row
}

/** A new token is asked for while a tenth of the old one's life is left: a failure then leaves time to mend it. */
function isNearEnd({ accessExpiresAt, rotatedAt }: ConnectionRow, now: number): boolean {
  if (!accessExpiresAt || !rotatedAt) return true
  const life = accessExpiresAt.getTime() - rotatedAt.getTime()
  return accessExpiresAt.getTime() - now < life / 10
}

async function rotate(options: ConnectionOptions, keeper: GrantKeeper, seen: ConnectionRow): Promise<Access> {
  const { db, keys, clock, tokens } = options
  const now = clock()
  if (seen.refusedAt) return { kind: 'wait', why: 'connection' }
  const until = new Date(now.getTime() + lockMs)
  const locked = seen.rotatingUntil && seen.rotatingUntil > now
  if (locked || !(await lockRotation(db, seen, until))) return { kind: 'wait', why: 'busy' }
  const grant = await tokens.refresh(open(keys.oaTokens, seen.sealedRefresh))
  if (grant.kind === 'granted') {
    const kept = await keeper.keep({
      seedHash: seen.seedHash,
      sealedRefresh: seal(keys.oaTokens, grant.refreshToken),
      sealedAccess: seal(keys.oaTokens, grant.accessToken),
      expiresAt: new Date(clock().getTime() + grant.expiresInSeconds * 1_000),
      at: clock(),
    })
    return kept ? { kind: 'ready', token: grant.accessToken } : { kind: 'wait', why: 'connection' }
  }
  const refusedAt = grant.kind === 'refused' ? clock() : null
  // Refused after a doubt: it was used up by a rotation whose answer was lost.
  await releaseRotation(db, until, { inDoubt: grant.kind === 'unknown' || seen.inDoubt, refusedAt })
  if (refusedAt) options.log(refusalWords(seen.inDoubt))
  return { kind: 'wait', why: reasons[grant.kind] }
}

const reasons = { refused: 'connection', 'not-reached': 'not-reached', unknown: 'unanswered' } as const

export function refusalWords(afterDoubt: boolean): string {
  const why = afterDoubt
    ? 'It was handed in before and the answer was never stored (a stop or a lost answer in between), so it is used up.'
    : 'It is older than three months, was used elsewhere, or the consent was withdrawn.'
  return `Zalo refused the refresh token of the Official Account. ${why} Nothing can be sent until an administrator consents again: npm run outbox -- connect`
}
