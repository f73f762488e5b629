import { dayOf } from '#contract/day.ts'
import type { DeskApplication } from '#contract/desk-application-views.ts'
import type { deskApplications } from '#contract/desk-applications.ts'
import { promisedDay } from '#contract/promised-day.ts'
import type { Content } from '../content/content.ts'
import { type Database, DatabaseError } from '../db/database.ts'
import { type Desk, reaches } from '../desk/desk.ts'
import type { DeskCall } from '../desk/serve-desk.ts'
import { ApiError } from '../http/api-error.ts'
import { phoneHash } from '../keys/phone-hash.ts'
import { insertApplication } from './applications.repo.ts'
import { findFile } from './desk-applications.repo.ts'
import { factorHash } from '../keys/factor-hash.ts'
import { issueSlip } from './slip-secrets.ts'

export interface DeskApplicationsContext {
  db: Database
  desk: Desk
  /** Of look-ups: officers make what citizens find. */
  key: Buffer
  content: Pick<Content, 'calendar' | 'guides' | 'unit'>
}

interface Accepted {
  application: DeskApplication
  slip: string
}

const takenCode = '23505'

/** A file taken in at the counter now. Where the law gives no number of days, nothing is promised. */
export async function acceptFile(
  { db, desk, key, content }: DeskApplicationsContext,
  { body, officer, within, note }: DeskCall<typeof deskApplications.accept>,
): Promise<Accepted> {
  const guide = content.guides.find(({ slug }) => slug === body.guideSlug)
  if (!guide) throw new ApiError('invalid', { fields: { guideSlug: 'not-allowed' } })
  if (!content.unit.stations.some(({ id }) => id === body.station) || !reaches(within, body.station)) {
    throw new ApiError('invalid', { fields: { station: 'not-allowed' } })
  }
  const now = desk.clock()
  const phone = body.factor.length >= 10 ? body.factor : null
  const step = {
    status: 'received' as const,
    at: now.toISOString(),
    note: body.note,
    promisedOn: promisedDay(content.calendar, guide.time?.workingDays ?? null, now),
    reason: null,
  }
  return db
    .tx(async (tx) => {
      const id = await insertApplication(tx, {
        code: body.code,
        // Of a whole number the last four digits are the factor: that is what people are asked for.
        factorHash: factorHash(key, body.code, phone ? phone.slice(-4) : body.factor),
        phoneHash: phone === null ? null : phoneHash(key, phone),
        procedure: guide.title,
        guideSlug: guide.slug,
        pickUpPlace: body.pickUpPlace,
        station: body.station,
        demo: false,
        author: { source: 'officer', officerId: officer.id },
        steps: [step],
      })
      await note(tx, { records: [`application/${id}`], station: body.station })
      const slip = await issueSlip(tx, key, { applicationId: id, now })
      const reach = { within, showDemo: desk.showDemo, today: dayOf(now) }
      return { application: (await findFile(tx, reach, id))!, slip }
    })
    .catch((error: unknown) => {
      if (error instanceof DatabaseError && error.code === takenCode) throw new ApiError('conflict')
      throw error
    })
}
