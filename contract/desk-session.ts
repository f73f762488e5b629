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
}
