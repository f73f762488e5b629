import type { FastifyInstance } from 'fastify'
import { status } from '#contract/status.ts'
import type { Database } from '../db/database.ts'
import { serve } from '../http/serve.ts'

export function statusRoutes(app: FastifyInstance, db: Database): void {
  serve(app, status.health, () => ({ status: 'ok' }))
  serve(app, status.ready, async () => {
    await db.query('select 1')
    return { status: 'ok', database: db.kind }
  })
}
