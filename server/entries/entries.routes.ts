import type { FastifyInstance } from 'fastify'
import { addDays, dayOf } from '#contract/day.ts'
import { deskEntries } from '#contract/desk-entries.ts'
import { entries } from '#contract/entries.ts'
import type { Database } from '../db/database.ts'
import type { Desk } from '../desk/desk.ts'
import { serveDesk } from '../desk/serve-desk.ts'
import { serve } from '../http/serve.ts'
import { countEntry, listEntrySums } from './entries.repo.ts'

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

const quarter = 92

export function deskEntryRoutes(app: FastifyInstance, desk: Desk): void {
  serveDesk(app, desk, deskEntries.sums, async ({ note }) => {
    const sums = await listEntrySums(desk.db, addDays(dayOf(desk.clock()), -quarter))
    await note(desk.db)
    return { sums }
  })
}
