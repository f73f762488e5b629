import type { FastifyInstance } from 'fastify'
import { session } from '#contract/session.ts'
import { verification } from '#contract/verification.ts'
import { serve } from '../http/serve.ts'
import { openSession } from './sessions.repo.ts'
import { refusal, type SessionContext, verifyPhone } from './verify-phone.ts'

const limit = { max: 600, perMinutes: 10 }

export function sessionRoutes(app: FastifyInstance, context: SessionContext): void {
  serve(
    app,
    session.create,
    async ({ body }) => {
      const who = await context.graph.whoIs(body.accessToken)
      if (!who.ok) throw refusal(who)
      return openSession(context.db, who.zaloUserId, context.clock())
    },
    { limit },
  )
  serve(
    app,
    verification.phone,
    ({ body, request }) => verifyPhone(context, body, request.headers.authorization),
    { limit },
  )
}
