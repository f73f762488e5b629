import type { FastifyInstance } from 'fastify'
import { deskImport, largestImport } from '#contract/desk-import.ts'
import type { Content } from '../content/content.ts'
import type { Database } from '../db/database.ts'
import { type Desk, reaches } from '../desk/desk.ts'
import { serveDesk } from '../desk/serve-desk.ts'
import { ApiError } from '../http/api-error.ts'
import { FewAtOnce } from '../http/few-at-once.ts'
import { type AppendSteps } from './apply-plan.ts'
import { applyImport, previewImport } from './desk-import.ts'
import { openStations, type RowContext, rowContext } from './row-context.ts'

export interface DeskImportContext {
  db: Database
  desk: Desk
  /** Of look-ups: the import makes what citizens find. */
  key: Buffer
  content: Pick<Content, 'unit' | 'guides' | 'calendar'>
  append: AppendSteps
}

/** Each may bring 20 MB. */
const options = { largest: largestImport, limit: { max: 60, perMinutes: 10 } }

export function deskImportRoutes(app: FastifyInstance, context: DeskImportContext): void {
  const { db, desk, append } = context
  // A large list takes hundreds of megabytes while it is read.
  const turns = new FewAtOnce(1)

  serveDesk(
    app,
    desk,
    deskImport.preview,
    async ({ body, query, within, note }) => {
      const rows = contextOf(context, within, query.station)
      return turns.run(() => previewImport({ db, rows, note }, body))
    },
    options,
  )

  serveDesk(
    app,
    desk,
    deskImport.apply,
    async ({ body, query, within, officer, note }) => {
      const rows = contextOf(context, within, query.station)
      const importing = { db, rows, note, append, officerId: officer.id }
      const written = await turns.run(() => applyImport(importing, body, query.mark))
      if (written === undefined) throw new ApiError('conflict')
      return { written }
    },
    options,
  )
}

function contextOf(
  { key, content, desk }: DeskImportContext,
  within: readonly string[],
  chosen: string | undefined,
): RowContext {
  const mine = openStations(content.unit).filter(({ id }) => reaches(within, id))
  if (chosen !== undefined && !mine.some(({ id }) => id === chosen)) {
    throw new ApiError('invalid', { fields: { station: 'not-allowed' } })
  }
  const station = chosen ?? (mine.length === 1 ? mine[0]!.id : null)
  return rowContext(content, { key, within, station, now: desk.clock() })
}
