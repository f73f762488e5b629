import type { FastifyInstance } from 'fastify'
import { type Application, applications } from '#contract/applications.ts'
import { callerOf } from '../http/caller.ts'
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
    const address = `address ${callerOf(request.ip)}`
    const callers = user ? [`user ${user}`, address] : [address]
    // One after the other for a caller and for a code: guesses sent at once must not outrun the limits. Always in
    // this order, so that no two wait for each other.
    const inTurn = [...callers, `code ${body.code}`].reduceRight<() => Promise<Application>>(
      (work, name) => () => turns.run(name, work),
      () => lookUp(context, { ...body, callers }),
    )
    return inTurn()
  })
}
