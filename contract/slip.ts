import * as v from 'valibot'
import { OpenedApplication, Pass } from './applications.ts'
import { endpoint } from './endpoint.ts'
import { LateQuestion } from './late-question.ts'
import { SlipSecret } from './slip-secret.ts'
import { Instant } from './text.ts'

const byPass = v.object({ pass: Pass })
const refusals = ['invalid', 'too-large', 'not-found', 'rate-limited', 'unavailable'] as const

/** What one may do with a slip beyond code and factor. */
export const slip = {
  open: endpoint({
    method: 'POST',
    path: '/applications/open',
    summary:
      'One application by the secret of a slip, a share or a phone; limits and refusals are those of look-up',
    body: v.object({ secret: SlipSecret }),
    response: OpenedApplication,
    errors: refusals,
    repeatable: true,
    session: 'optional',
  }),
  keep: endpoint({
    method: 'POST',
    path: '/applications/keep',
    summary: 'A secret for one phone to reopen the application with, in place of code and factor',
    body: byPass,
    response: v.object({ secret: SlipSecret }),
    errors: refusals,
  }),
  release: endpoint({
    method: 'POST',
    path: '/applications/release',
    summary: 'Takes the secret of a phone or of a share out of use; an unknown one is out of use already',
    body: v.object({ secret: SlipSecret }),
    response: v.object({ released: v.literal(true) }),
    errors: ['invalid', 'too-large', 'rate-limited', 'unavailable'],
    repeatable: true,
  }),
  share: endpoint({
    method: 'POST',
    path: '/applications/share',
    summary:
      'A secret to be shown to a relative as a QR; the next one replaces it. Not for who came by such a QR',
    body: byPass,
    response: v.object({
      secret: SlipSecret,
      expiresAt: Instant,
      /** On how many phones the application is kept. */
      phones: v.pipe(v.number(), v.integer()),
    }),
    errors: [...refusals, 'forbidden'],
  }),
  releaseOthers: endpoint({
    method: 'POST',
    path: '/applications/release-others',
    summary: 'Takes the secrets of all phones and of a share out of use, but the one that is named',
    body: v.object({ pass: Pass, except: v.nullable(SlipSecret) }),
    response: v.object({ released: v.literal(true) }),
    errors: [...refusals, 'forbidden'],
    repeatable: true,
  }),
  askWhyLate: endpoint({
    method: 'POST',
    path: '/applications/late-question',
    summary:
      'Asks the unit why an application is late; once for each lateness, and not once a reason was given',
    body: byPass,
    response: LateQuestion,
    errors: [...refusals, 'conflict'],
    repeatable: true,
  }),
  mine: endpoint({
    method: 'GET',
    path: '/applications/mine',
    summary: 'The applications that were filed with the phone number of this session, latest first',
    response: v.object({ applications: v.array(OpenedApplication) }),
    errors: ['unauthorised', 'forbidden', 'rate-limited', 'unavailable'],
    session: 'required',
  }),
}
