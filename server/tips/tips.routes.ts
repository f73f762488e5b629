import type { FastifyInstance } from 'fastify'
import { tips } from '#contract/tips.ts'
import type { TipCategory } from '#contract/unit.ts'
import type { Database } from '../db/database.ts'
import { ApiError } from '../http/api-error.ts'
import { serve } from '../http/serve.ts'
import type { Keys } from '../keys/keys.ts'
import { sendTip } from './send-tip.ts'

export interface TipsContext {
  db: Database
  keys: Keys
  categories: readonly TipCategory[]
  clock: () => Date
}

/** A whole factory may share one address: the limit stops floods, not a busy shift. */
const limit = { max: 600, perMinutes: 60 }

export function tipRoutes(app: FastifyInstance, { db, keys, categories, clock }: TipsContext): void {
  const known = new Set(categories.map((category) => category.id))
  serve(
    app,
    tips.send,
    ({ body }) => {
      if (!known.has(body.category)) throw new ApiError('invalid', { fields: { category: 'not-allowed' } })
      return sendTip(db, keys, body, clock())
    },
    { limit },
  )
}
