import type { FastifyInstance } from 'fastify'
import { deskSession } from '#contract/desk-session.ts'
import { serve } from '../http/serve.ts'
import { type Desk, sessionCookie, stationsFor } from './desk.ts'
import { endSession } from './officer-sessions.repo.ts'
import { requireOwnPage } from './own-page.ts'
import { serveDesk } from './serve-desk.ts'
import { countBlockedSignIns, listGuessedAccounts } from './sign-in-blocks.repo.ts'
import { signIn } from './sign-in.ts'

export function deskRoutes(app: FastifyInstance, desk: Desk): void {
  serve(
    app,
    deskSession.open,
    ({ body, request, reply }) => {
      void reply.header('cache-control', 'no-store')
      return signIn(desk, { ...body, request, reply })
    },
    // Each try costs a stretched hash: a flood from one address must not fill the queue.
    {
      limit: { max: 120, perMinutes: 10 },
      guard: async (request) => requireOwnPage(request, desk.publicOrigin),
    },
  )
  serveDesk(app, desk, deskSession.get, async ({ officer: { id: _, ...officer }, expiresAt }) => ({
    ...officer,
    expiresAt,
  }))
  serveDesk(app, desk, deskSession.end, async ({ request, reply, note }) => {
    await desk.db.tx(async (tx) => {
      await endSession(tx, desk.cookies.read(request, sessionCookie) ?? '')
      await note(tx)
    })
    desk.cookies.remove(reply, sessionCookie)
    return {}
  })
  serveDesk(app, desk, deskSession.blocks, async ({ officer, note }) => {
    const keeps = stationsFor(officer, ['admin'])
    const found = await listGuessedAccounts(desk.db, { within: keeps, showDemo: desk.showDemo })
    await note(desk.db, { records: found.map(({ officerId }) => `officer/${officerId}`) })
    return {
      blocked: await countBlockedSignIns(desk.db),
      accounts: found.map(({ officerId: _, ...account }) => account),
    }
  })
}
