import * as v from 'valibot'
import { deskEndpoint } from './desk-endpoint.ts'
import { Role } from './roles.ts'
import { Instant, Line } from './text.ts'

/** Letters, digits, dot, dash and underscore; people type it in any case. */
export const Login = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.regex(/^[a-z0-9]+(?:[._-][a-z0-9]+)*$/),
  v.minLength(3),
  v.maxLength(40),
)

/** What an officer may do where; `station` is an id of the unit's stations or `*`. */
export const Grant = v.object({ station: Line, role: Role })
export type Grant = v.InferOutput<typeof Grant>

const Count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** Who is signed in, and until when at the latest. */
export const DeskSession = v.object({
  name: Line,
  login: Login,
  grants: v.array(Grant),
  expiresAt: Instant,
  /** An invented officer of the demonstration. */
  demo: v.boolean(),
})
export type DeskSession = v.InferOutput<typeof DeskSession>

/** An account that somebody kept guessing at within the last day. */
const GuessedAccount = v.object({
  login: Login,
  name: Line,
  /** Where tries failed: `browser` is one in which the account has signed in before. */
  kind: v.picklist(['account', 'browser']),
  failures: Count,
  lastTryAt: Instant,
  /** Until when no passphrase is looked at there; null when the wait is over. */
  blockedUntil: v.nullable(Instant),
})
export type GuessedAccount = v.InferOutput<typeof GuessedAccount>

/** Where signing in has to wait now: how many and until when at the latest, never who. */
const BlockedSignIn = v.object({
  /** `account`: also of a login that does not exist. */
  kind: v.picklist(['account', 'browser', 'address']),
  count: Count,
  until: Instant,
})
export type BlockedSignIn = v.InferOutput<typeof BlockedSignIn>

export const deskSession = {
  open: deskEndpoint({
    method: 'POST',
    path: '/desk/session',
    summary: 'Sign in; sets the session cookie. An unknown login and a wrong passphrase answer alike',
    // Longer passphrases than anybody types would only cost us time.
    body: v.object({ login: Login, passphrase: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) }),
    response: DeskSession,
    errors: ['rate-limited'],
    desk: { roles: 'anyone', audit: 'session.open' },
  }),
  get: deskEndpoint({
    method: 'GET',
    path: '/desk/session',
    summary: 'Who is signed in',
    response: DeskSession,
    errors: [],
    desk: { roles: 'signed-in', audit: 'none' },
  }),
  end: deskEndpoint({
    method: 'POST',
    path: '/desk/session/end',
    summary: 'Sign out here',
    response: v.object({}),
    errors: [],
    desk: { roles: 'signed-in', audit: 'session.end' },
  }),
  blocks: deskEndpoint({
    method: 'GET',
    path: '/desk/session/blocks',
    summary:
      'Where signing in is slowed down after wrong passphrases: how many of the unit; which accounts only to who keeps them',
    response: v.object({
      blocked: v.array(BlockedSignIn),
      /** Of the stations where one is `admin`, the latest try first; empty for everybody else. */
      accounts: v.array(GuessedAccount),
    }),
    errors: [],
    desk: { roles: ['supervisor', 'admin'], audit: 'session.blocks' },
  }),
}
