import type { FastifyInstance } from 'fastify'
import { readPass } from './applications/passes.ts'
import type { Database } from './db/database.ts'
import type { SessionReader } from './http/session-reader.ts'
import type { Keys } from './keys/keys.ts'
import { forgetSessionsOf } from './session/sessions.repo.ts'
import { confirmMessage } from './updates/outbox.repo.ts'
import { oaPersonHash, personHash } from './updates/receiver.ts'
import { endUpdates, endUpdatesWithin } from './updates/subscriptions.repo.ts'
import { updateRoutes } from './updates/updates.routes.ts'
import { type EventListeners, webhookRoutes } from './webhooks/webhook.routes.ts'
import type { ReceiverClient } from './zalo/receiver-client.ts'

/** What Zalo signs its events for, and the Official Account that writes to citizens. */
export interface ZaloSide {
  appId: string
  apiKey: string | undefined
  oa: { id: string; secret: string; receivers: ReceiverClient } | undefined
}

const nothing: ZaloSide = { appId: '', apiKey: undefined, oa: undefined }

interface Context {
  db: Database
  keys: Keys
  clock: () => Date
  zalo?: ZaloSide
}

/** Wishes to be told, and what Zalo tells us: here areas meet that do not know each other. */
export function zaloRoutes(app: FastifyInstance, context: Context, sessions: SessionReader): void {
  const { db, keys, clock, zalo } = context
  const applicationOf = (pass: string) => readPass(keys.passes, pass, clock()).applicationId
  updateRoutes(app, { db, keys, clock, sessions, applicationOf, oa: zalo?.oa })
  webhookRoutes(app, { ...(zalo ?? nothing), clock, ...eventListeners(context) })
}

function eventListeners({ db, keys }: Context): EventListeners {
  return {
    consentRevoked: (user, at) =>
      db.tx(async (tx) => {
        await endUpdatesWithin(tx, { person: personHash(keys, user), by: 'consent-revoked', at })
        await forgetSessionsOf(tx, user)
      }),
    unfollowed: async (oaUserId, at) => {
      await endUpdates(db, { oaPerson: oaPersonHash(keys, oaUserId), by: 'unfollowed', at })
    },
    delivered: (trackingId, at) => confirmMessage(db, trackingId, at),
  }
}
