import type { FastifyInstance } from 'fastify'
import { updates } from '#contract/updates.ts'
import type { Database } from '../db/database.ts'
import { ApiError } from '../http/api-error.ts'
import { serve } from '../http/serve.ts'
import type { SessionReader } from '../http/session-reader.ts'
import type { Keys } from '../keys/keys.ts'
import type { ReceiverClient } from '../zalo/receiver-client.ts'
import { oaPersonHash, personHash, type Receiver, sealReceiver } from './receiver.ts'
import { endUpdates, startUpdates, wantsUpdates } from './subscriptions.repo.ts'

export interface UpdatesContext {
  db: Database
  keys: Keys
  clock: () => Date
  sessions: SessionReader
  /** Whose pass it is: refuses one that is forged or has run out. */
  applicationOf: (pass: string) => number
  /** The Official Account that writes; none, and nobody is offered anything. */
  oa: { id: string; receivers: ReceiverClient } | undefined
}

const limit = { limit: { max: 600, perMinutes: 10 } }

export function updateRoutes(app: FastifyInstance, context: UpdatesContext): void {
  const { db, keys, clock, sessions, applicationOf, oa } = context

  serve(app, updates.state, async ({ body, request }) => {
    const applicationId = applicationOf(body.pass)
    const user = await sessions.findUser(request.headers.authorization)
    const on = user !== undefined && (await wantsUpdates(db, applicationId, personHash(keys, user)))
    return { oaId: oa?.id ?? null, on }
  })

  serve(
    app,
    updates.start,
    async ({ body }) => {
      const applicationId = applicationOf(body.pass)
      if (!oa) throw new ApiError('unavailable')
      const found = await oa.receivers.find(body.accessToken, body.phoneToken)
      if (!found.ok) throw new ApiError(found.reason === 'refused' ? 'unauthorised' : 'unavailable')
      const { zaloUserId, ...receiver } = found satisfies Receiver
      if (!receiver.oaUserId && !receiver.phone) throw new ApiError('conflict')
      const { oaUserId, phone } = receiver
      await startUpdates(db, {
        applicationId,
        person: personHash(keys, zaloUserId),
        oaPerson: oaUserId ? oaPersonHash(keys, oaUserId) : null,
        sealedReceiver: sealReceiver(keys, { ...(oaUserId && { oaUserId }), ...(phone && { phone }) }),
        consent: body.consent,
        at: clock(),
      })
      return { on: true as const }
    },
    limit,
  )

  serve(
    app,
    updates.stop,
    async ({ body, request }) => {
      const user = await sessions.findUser(request.headers.authorization)
      if (user === undefined) throw new ApiError('unauthorised')
      await endUpdates(db, {
        person: personHash(keys, user),
        ...(body.pass === undefined ? {} : { applicationId: applicationOf(body.pass) }),
        by: 'citizen',
        at: clock(),
      })
      return { on: false as const }
    },
    limit,
  )
}
