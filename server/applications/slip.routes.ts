import type { FastifyInstance } from 'fastify'
import { slip } from '#contract/slip.ts'
import { serve } from '../http/serve.ts'
import { askWhyLate } from './late-questions.ts'
import { type ApplicationsContext, listMine } from './my-applications.ts'
import { keepOnPhone, releaseOthers, shareSlip } from './pass-on.ts'
import { deleteSecret } from './slip-secrets.repo.ts'
import { secretHash } from './slip-secrets.ts'

/** A factory's workers may share one address. */
const limit = { max: 120, perMinutes: 10 }

/** What one does with an application that is open already. */
export function slipRoutes(app: FastifyInstance, context: ApplicationsContext): void {
  serve(app, slip.keep, ({ body }) => keepOnPhone(context, body.pass), { limit })
  serve(app, slip.askWhyLate, ({ body }) => askWhyLate(context, body.pass), { limit })
  serve(app, slip.share, ({ body }) => shareSlip(context, body.pass), { limit })
  serve(
    app,
    slip.release,
    async ({ body }) => {
      await deleteSecret(context.db, secretHash(context.key, body.secret))
      return { released: true as const }
    },
    { limit },
  )
  serve(
    app,
    slip.releaseOthers,
    async ({ body }) => {
      await releaseOthers(context, body.pass, body.except)
      return { released: true as const }
    },
    { limit },
  )
  serve(
    app,
    slip.mine,
    async ({ request }) => ({ applications: await listMine(context, request.headers.authorization) }),
    { limit },
  )
}
