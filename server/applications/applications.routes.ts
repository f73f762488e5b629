import type { FastifyInstance } from 'fastify'
import { applications } from '#contract/applications.ts'
import { callerOf } from '../http/caller.ts'
import { serve } from '../http/serve.ts'
import type { SessionReader } from '../http/session-reader.ts'
import { FewAtOnce } from './few-at-once.ts'
import { InTurn } from './in-turn.ts'
import { type LookupContext, lookUp } from './look-up.ts'

export interface ApplicationsContext extends LookupContext {
  sessions: SessionReader
}

/** Guesses under way at once in one process: so many at most can slip past a limit that the next one reaches. */
const mostAtOnce = 4

export function applicationRoutes(app: FastifyInstance, context: ApplicationsContext): void {
  const turns = new InTurn()
  const guesses = new FewAtOnce(mostAtOnce)
  serve(app, applications.lookup, async ({ body, request }) => {
    const user = await context.sessions.findUser(request.headers.authorization)
    const caller = user ? `user ${user}` : `address ${callerOf(request.ip)}`
    // One after the other for a caller and for a code: guesses sent at once must not outrun the limits. Always in
    // this order, so that no two wait for each other.
    const lookUpNow = () => guesses.run(() => lookUp(context, { ...body, caller }))
    return turns.run(caller, () => turns.run(`code ${body.code}`, lookUpNow))
  })
}
