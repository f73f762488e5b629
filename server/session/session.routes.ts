import type { FastifyInstance } from 'fastify'
import { session } from '#contract/session.ts'
import type { Database } from '../db/database.ts'
import { ApiError } from '../http/api-error.ts'
import { serve } from '../http/serve.ts'
import type { GraphClient } from '../zalo/graph-client.ts'
import { openSession } from './sessions.repo.ts'

export interface SessionContext {
  db: Database
  graph: GraphClient
  clock: () => Date
}

export function sessionRoutes(app: FastifyInstance, { db, graph, clock }: SessionContext): void {
  serve(
    app,
    session.create,
    async ({ body }) => {
      const who = await graph.whoIs(body.accessToken)
      if (who.ok) return openSession(db, who.zaloUserId, clock())
      // An outage at Zalo is no refusal of the person: they may try again, or go on without signing in.
      throw new ApiError(who.reason === 'refused' ? 'unauthorised' : 'unavailable')
    },
    { limit: { max: 600, perMinutes: 10 } },
  )
}
