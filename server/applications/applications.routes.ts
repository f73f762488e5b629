import type { FastifyInstance } from 'fastify'
import { applications } from '#contract/applications.ts'
import { serve } from '../http/serve.ts'
import type { SessionReader } from '../http/session-reader.ts'
import { InTurn } from './in-turn.ts'
import { type LookupContext, lookUp } from './look-up.ts'

export interface ApplicationsContext extends LookupContext {
  sessions: SessionReader
}

export function applicationRoutes(app: FastifyInstance, context: ApplicationsContext): void {
  const turns = new InTurn()
  serve(app, applications.lookup, async ({ body, request }) => {
    const user = await context.sessions.findUser(request.headers.authorization)
    const address = `address ${request.ip}`
    const callers = user ? [`user ${user}`, address] : [address]
    // One after the other for a caller and for a code: guesses sent at once must not outrun the limits.
    return turns.run(address, () =>
      turns.run(`code ${body.code}`, () => lookUp(context, { ...body, callers })),
    )
  })
}
