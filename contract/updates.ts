import * as v from 'valibot'
import { Pass } from './applications.ts'
import { endpoint } from './endpoint.ts'

/** Which wording the person agreed to. A new wording is a new version: consent to other words is no consent. */
export const consentVersion = '2026-11'

const ZaloToken = v.pipe(v.string(), v.regex(/^[\x21-\x7e]+$/), v.maxLength(4096))

/** Being told through Zalo when an application moves: only who asked for it, application by application. */
export const updates = {
  state: endpoint({
    method: 'POST',
    path: '/applications/updates',
    summary:
      'Whether the unit can send messages, from which Official Account, and whether this person wants them',
    body: v.object({ pass: Pass }),
    response: v.object({ oaId: v.nullable(v.string()), on: v.boolean() }),
    errors: ['invalid', 'too-large', 'not-found', 'rate-limited', 'unavailable'],
    repeatable: true,
    session: 'optional',
  }),
  start: endpoint({
    method: 'POST',
    path: '/applications/updates/start',
    summary: 'Consent to be told; `conflict` when Zalo gives the unit no way to write to this person',
    body: v.object({
      pass: Pass,
      consent: v.literal(consentVersion),
      accessToken: ZaloToken,
      /** Instead of writing to the user: the phone number, from Zalo’s own consent sheet. */
      phoneToken: v.optional(ZaloToken),
    }),
    response: v.object({ on: v.literal(true) }),
    errors: ['invalid', 'too-large', 'unauthorised', 'not-found', 'conflict', 'rate-limited', 'unavailable'],
  }),
  stop: endpoint({
    method: 'POST',
    path: '/applications/updates/stop',
    summary: 'No more messages about this application; without a pass, about any',
    body: v.object({ pass: v.optional(Pass) }),
    response: v.object({ on: v.literal(false) }),
    errors: ['invalid', 'too-large', 'unauthorised', 'not-found', 'rate-limited', 'unavailable'],
    repeatable: true,
    session: 'required',
  }),
}
