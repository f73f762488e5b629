import type { FastifyInstance } from 'fastify'
import { tips } from '#contract/tips.ts'
import type { Content } from '../content/content.ts'
import type { Database } from '../db/database.ts'
import { ApiError } from '../http/api-error.ts'
import { serve } from '../http/serve.ts'
import type { Keys } from '../keys/keys.ts'
import type { Locate } from '../zalo/locate.ts'
import { addMessage } from './add-message.ts'
import { makeChallenge, ordinaryWork } from './challenges.ts'
import { openThread } from './open-thread.ts'
import { sendTip } from './send-tip.ts'

export interface TipsContext {
  db: Database
  keys: Keys
  content: Content
  locate: Locate
  clock: () => Date
}

/** A whole factory may share one address: the limit stops floods, not a busy shift. */
const limit = { max: 600, perMinutes: 60 }

export function tipRoutes(app: FastifyInstance, context: TipsContext): void {
  const { db, keys, content, clock } = context
  const { tipAreas: areas, calendar } = content
  const known = new Set(content.unit.tipCategories.map((category) => category.id))
  serve(app, tips.form, () => ({ open: true, areas }))
  serve(
    app,
    tips.send,
    ({ body }) => {
      if (!known.has(body.category)) throw new ApiError('invalid', { fields: { category: 'not-allowed' } })
      return sendTip(db, keys, body, clock())
    },
    { limit },
  )
  serve(app, tips.open, ({ body }) => openThread(db, { keys, calendar }, body), { limit })
  serve(app, tips.addMessage, ({ body }) => addMessage(db, keys, body, clock()), { limit })
  serve(
    app,
    tips.challenge,
    ({ body }) => makeChallenge(keys.tipReceipts, body.clientKey, ordinaryWork, clock()),
    { limit },
  )
  locationRoute(app, context)
}

function locationRoute(app: FastifyInstance, { locate }: TipsContext): void {
  serve(
    app,
    tips.locate,
    async ({ body }) => {
      const place = await locate(body.accessToken, body.token)
      if (place.ok) return place.point
      throw new ApiError(place.reason === 'refused' ? 'unauthorised' : 'unavailable')
    },
    { limit },
  )
}
