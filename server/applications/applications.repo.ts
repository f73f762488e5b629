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

/** Without the hashes: what may be shown. */
export type ShownRow = Omit<ApplicationRow, 'factorHash' | 'phoneHash'>

type StepRow = Omit<ApplicationStep, 'at'> & { at: Date }

/** Oldest first: the order in which they were appended. */
export async function listSteps(db: Queries, applicationId: number): Promise<ApplicationStep[]> {
  const rows = await db.query<StepRow>(
    `select status, at, note, promised_on as "promisedOn", reason
     from application_steps where application_id = $1 order by id`,
    [applicationId],
  )
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** The steps of several applications, by their ids. */
export async function listStepsOf(
  db: Queries,
  applicationIds: readonly number[],
): Promise<Map<number, ApplicationStep[]>> {
  const rows = await db.query<StepRow & { of: number }>(
    `select application_id as "of", status, at, note, promised_on as "promisedOn", reason from application_steps
     where application_id = any($1::bigint[]) order by id`,
    [applicationIds],
  )
  const steps = new Map<number, ApplicationStep[]>(applicationIds.map((id) => [id, []]))
  for (const { of, at, ...step } of rows) steps.get(of)?.push({ ...step, at: at.toISOString() })
  return steps
}

/** More than a family files in years: a bound, not a page. */
const mostByPhone = 50

export async function listByPhone(db: Queries, phoneHash: Buffer, showDemo: boolean): Promise<ShownRow[]> {
  return db.query<ShownRow>(
    `select id, code, procedure, guide_slug as "guideSlug", pick_up_place as "pickUpPlace", demo
     from applications where phone_hash = $1 and (not demo or $2) order by id desc limit ${mostByPhone}`,
    [phoneHash, showDemo],
  )
}

/** Who wrote steps; with an import, who started it (nobody at the command line). */
export type Author =
  | { source: 'officer'; officerId: number }
  | { source: 'import'; officerId?: number }
  | { source: 'demo'; officerId?: undefined }

export interface NewApplication extends Omit<ApplicationRow, 'id' | 'phoneHash'> {
  phoneHash?: Buffer | null
  /** Id of the station that keeps the file. */
  station: string
  author: Author
  /** Oldest first. */
  steps: readonly ApplicationStep[]
}

/** To be called in a transaction: an application without its first step has no status. */
export async function insertApplication(tx: Queries, application: NewApplication): Promise<number> {
  const [row] = await tx.query<{ id: number }>(
    `insert into applications (code, factor_hash, phone_hash, procedure, guide_slug, pick_up_place, demo, station)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
    [
      application.code,
      application.factorHash,
      application.phoneHash,
      application.procedure,
      application.guideSlug,
      application.pickUpPlace,
      application.demo,
      application.station,
    ],
  )
  const applicationId = row!.id
  await insertSteps(
    tx,
    application.steps.map((step) => ({ ...step, applicationId })),
    application.author,
  )
  return applicationId
}

export type StepOfFile = ApplicationStep & { applicationId: number }

/** In this order, which is that of the ids it answers. Without a look at what came before: `appendSteps` does that. */
export async function insertSteps(
  tx: Queries,
  steps: readonly StepOfFile[],
  { source, officerId }: Author,
): Promise<number[]> {
  const rows = await tx.query<{ id: number }>(
    `insert into application_steps (application_id, status, at, note, promised_on, reason, source, officer_id)
     select "applicationId", status, at, note, "promisedOn", reason, $2, $3::bigint
     from jsonb_to_recordset($1::jsonb) as new(
       place int, "applicationId" bigint, status text, at timestamptz, note text, "promisedOn" date, reason text)
     order by place returning id`,
    [JSON.stringify(steps.map((step, place) => ({ ...step, place }))), source, officerId ?? null],
  )
  return rows.map(({ id }) => id).sort((a, b) => a - b)
}
