import type { ApplicationStep } from '#contract/applications.ts'
import type { Queries } from '../db/database.ts'

export interface ApplicationRow {
  id: number
  code: string
  factorHash: Buffer
  phoneHash: Buffer | null
  procedure: string
  guideSlug: string | null
  pickUpPlace: string | null
  demo: boolean
}

type StepRow = Omit<ApplicationStep, 'at'> & { at: Date }

/** Oldest first: the order in which they were appended. */
export async function listSteps(db: Queries, applicationId: number): Promise<ApplicationStep[]> {
  const rows = await db.query<StepRow>(
    `select status, at, note, promised_on as "promisedOn" from application_steps where application_id = $1 order by id`,
    [applicationId],
  )
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

export interface NewApplication extends Omit<ApplicationRow, 'id' | 'phoneHash'> {
  phoneHash?: Buffer | null
  steps: readonly ApplicationStep[]
}

/** To be called in a transaction: an application without its first step has no status. */
export async function insertApplication(tx: Queries, application: NewApplication): Promise<void> {
  const [row] = await tx.query<{ id: number }>(
    `insert into applications (code, factor_hash, phone_hash, procedure, guide_slug, pick_up_place, demo)
     values ($1, $2, $3, $4, $5, $6, $7) returning id`,
    [
      application.code,
      application.factorHash,
      application.phoneHash,
      application.procedure,
      application.guideSlug,
      application.pickUpPlace,
      application.demo,
    ],
  )
  for (const step of application.steps) {
    await tx.query(
      'insert into application_steps (application_id, status, at, note, promised_on) values ($1, $2, $3, $4, $5)',
      [row?.id, step.status, step.at, step.note, step.promisedOn],
    )
  }
}
