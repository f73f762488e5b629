import type { FastifyInstance } from 'fastify'
import { dayOf } from '#contract/day.ts'
import type { DeskApplication } from '#contract/desk-application-views.ts'
import { deskApplications } from '#contract/desk-applications.ts'
import { mayPromise } from '#contract/promised-day.ts'
import { foldSteps } from '#contract/application-steps.ts'
import { serveDesk } from '../desk/serve-desk.ts'
import { ApiError } from '../http/api-error.ts'
import { acceptFile, type DeskApplicationsContext } from './accept-file.ts'
import { appendToFile } from './append-to-file.ts'
import {
  findFile,
  findOpenQuestion,
  listDeskSteps,
  listQuestions,
  pageSize,
  type Reach,
} from './desk-applications.repo.ts'
import { findFiles } from './find-files.ts'
import { countBlocked, liftLockout, listDebts, listLockouts } from './lockouts.repo.ts'
import { issueSlip } from './slip-secrets.ts'

const record = ({ id }: Pick<DeskApplication, 'id'>) => `application/${id}`

/** A page of what was asked for with one more, and where the next one begins. */
function pageOf<T extends { id: number }>(found: readonly T[]): { page: T[]; next: number | null } {
  const page = found.slice(0, pageSize)
  return { page, next: found.length > pageSize ? (page.at(-1)?.id ?? null) : null }
}

export function deskApplicationRoutes(app: FastifyInstance, context: DeskApplicationsContext): void {
  const { db, desk } = context
  const { calendar, unit } = context.content
  const isOpen = (station: string, day: string) =>
    mayPromise(calendar, unit.stations.find(({ id }) => id === station)?.hours, day)
  const reachOf = (within: readonly string[]): Reach => ({
    within,
    showDemo: desk.showDemo,
    today: dayOf(desk.clock()),
  })

  serveDesk(app, desk, deskApplications.find, async ({ body, within, note }) => {
    const { page, next } = pageOf(await findFiles(db, reachOf(within), body))
    await note(db, { records: page.map(record) })
    return { applications: page, next }
  })

  serveDesk(app, desk, deskApplications.get, async ({ params, within, note }) => {
    const application = await findFile(db, reachOf(within), params.id)
    if (!application) throw new ApiError('not-found')
    const steps = await listDeskSteps(db, application.id)
    const question = (await findOpenQuestion(db, application.id)) ?? null
    await note(db, { records: [record(application)], station: application.station })
    return { application, lateReason: foldSteps(steps)?.lateReason ?? null, steps, question }
  })

  serveDesk(app, desk, deskApplications.accept, (call) => acceptFile(context, call))
  serveDesk(app, desk, deskApplications.slip, async ({ body, within, note }) =>
    db.tx(async (tx) => {
      const application = await findFile(tx, reachOf(within), body.id)
      if (!application) throw new ApiError('not-found')
      await note(tx, { records: [record(application)], station: application.station })
      return { slip: await issueSlip(tx, context.key, { applicationId: application.id, now: desk.clock() }) }
    }),
  )
  serveDesk(app, desk, deskApplications.append, async (call) => {
    const outcomes = []
    const appending = { db, now: desk.clock(), reach: reachOf(call.within), isOpen }
    for (const file of call.body.files) outcomes.push(await appendToFile(appending, call, file))
    // Nothing was changed anywhere, but somebody tried to.
    if (outcomes.every(({ outcome }) => outcome !== 'appended')) await call.note(db)
    return { outcomes }
  })

  serveDesk(app, desk, deskApplications.questions, async ({ query, within, note }) => {
    const { page, next } = pageOf(await listQuestions(db, reachOf(within), query.after))
    await note(db, { records: page.map(({ application }) => record(application)) })
    return { questions: page, next }
  })

  serveDesk(app, desk, deskApplications.lockouts, async ({ within, note }) => {
    const lockouts = await listLockouts(db, reachOf(within))
    await note(db, { records: lockouts.map(({ application }) => record(application)) })
    return { lockouts, blocked: await countBlocked(db), everybody: await listDebts(db) }
  })

  serveDesk(app, desk, deskApplications.lift, async ({ body, within, note }) =>
    db.tx(async (tx) => {
      const application = await findFile(tx, reachOf(within), body.id)
      if (!application || !(await liftLockout(tx, application.id))) throw new ApiError('not-found')
      await note(tx, { records: [record(application)], station: application.station })
      return {}
    }),
  )
}
