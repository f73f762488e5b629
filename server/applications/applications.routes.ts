import type { FastifyInstance, FastifyRequest } from 'fastify'
import { applications } from '#contract/applications.ts'
import { slip } from '#contract/slip.ts'
import { callerOf } from '../http/caller.ts'
import { serve } from '../http/serve.ts'
import { FewAtOnce } from '../http/few-at-once.ts'
import { InTurn } from './in-turn.ts'
import { type Caller, lookUp } from './look-up.ts'
import type { ApplicationsContext } from './my-applications.ts'
import { openSlip } from './open-slip.ts'
import { slipRoutes } from './slip.routes.ts'

/** Guesses under way at once in one process: so many at most can slip past a limit that the next one reaches. */
const mostAtOnce = 4

export function applicationRoutes(app: FastifyInstance, context: ApplicationsContext): void {
  const turns = new InTurn()
  const guesses = new FewAtOnce(mostAtOnce)
  const callerOfRequest = async (request: FastifyRequest): Promise<Caller> => {
    const user = await context.sessions.findUser(request.headers.authorization)
    return user ? { kind: 'user', name: user } : { kind: 'address', name: callerOf(request.ip) }
  }
  const turnOf = ({ kind, name }: Caller) => `${kind} ${name}`
  serve(app, applications.lookup, async ({ body, request }) => {
    const caller = await callerOfRequest(request)
    // One after the other for a caller and for a code: guesses sent at once must not outrun the limits. Always in
    // this order, so that no two wait for each other.
    const lookUpNow = () => guesses.run(() => lookUp(context, { ...body, caller }))
    return turns.run(turnOf(caller), () => turns.run(`code ${body.code}`, lookUpNow))
  })
  serve(app, slip.open, async ({ body, request }) => {
    const caller = await callerOfRequest(request)
    return turns.run(turnOf(caller), () => openSlip(context, { ...body, caller }))
  })
  slipRoutes(app, context)
}
