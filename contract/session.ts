import * as v from 'valibot'
import { endpoint } from './endpoint.ts'
import { Instant } from './text.ts'

export const session = {
  create: endpoint({
    method: 'POST',
    path: '/session',
    summary: 'Exchange a Zalo access token for a short bearer session of our own',
    body: v.object({ accessToken: v.pipe(v.string(), v.regex(/^[\x21-\x7e]+$/), v.maxLength(4096)) }),
    response: v.object({ token: v.string(), expiresAt: Instant }),
    errors: ['invalid', 'too-large', 'unauthorised', 'rate-limited', 'unavailable'],
    repeatable: true,
  }),
}
