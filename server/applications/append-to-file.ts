import type { deskApplications, StepOutcome } from '#contract/desk-applications.ts'
import type { Database } from '../db/database.ts'
import type { DeskCall } from '../desk/serve-desk.ts'
import { appendStep } from './append-step.ts'
import { findFile, type Reach } from './desk-applications.repo.ts'

interface Appending {
  db: Database
  now: Date
  reach: Reach
  /** Whether a station is open on a day. */
  isOpen: (station: string, day: string) => boolean
}

type Call = Pick<DeskCall<typeof deskApplications.append>, 'body' | 'officer' | 'note'>

/** One file of many takes its step, or says why not: with its audit entry, whole or not at all. */
export async function appendToFile(
  { db, now, reach, isOpen }: Appending,
  { body, officer, note }: Call,
  { id, seen }: { id: number; seen: string },
): Promise<StepOutcome> {
  return db.tx(async (tx) => {
    const file = await findFile(tx, reach, id)
    if (!file) return { id, outcome: 'not-found' }
    const { promisedOn } = body.step
    if (promisedOn && !isOpen(file.station, promisedOn))
      return { id, outcome: 'refused', fields: { promisedOn: 'not-allowed' } }
    const appended = await appendStep(tx, {
      applicationId: id,
      step: { ...body.step, at: now.toISOString() },
      author: { source: 'officer', officerId: officer.id },
      seen,
    })
    if (appended.outcome !== 'appended') return { id, ...appended }
    await note(tx, { records: [`application/${id}`], station: file.station })
    return { id, outcome: 'appended' }
  })
}
