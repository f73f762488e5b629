import type { FastifyInstance } from 'fastify'
import { dayOf } from '#contract/day.ts'
import { entries } from '#contract/entries.ts'
import type { Database } from '../db/database.ts'
import { serve } from '../http/serve.ts'
import { countEntry } from './entries.repo.ts'

export interface EntriesContext {
  db: Database
  clock: () => Date
}

/** A whole factory may share one address; more than this is somebody inflating the sums. */
const limit = { max: 600, perMinutes: 60 }

export function entryRoutes(app: FastifyInstance, { db, clock }: EntriesContext): void {
  serve(
    app,
    entries.count,
    async ({ body }) => {
      await countEntry(db, dayOf(clock()), body.source)
      return { counted: true }
    },
    { limit },
  )
}
