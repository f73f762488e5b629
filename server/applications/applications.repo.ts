import type { ApplicationStep } from '#contract/applications.ts'
import type { Queries } from '../db/database.ts'

export interface ApplicationRow {
  id: number
  code: string
  factorHash: Buffer
  procedure: string
  guideSlug: string | null
  pickUpPlace: string | null
  demo: boolean
}

type StepRow = Omit<ApplicationStep, 'at'> & { at: Date }

export interface LookupState {
  application: ApplicationRow | undefined
  /** Seconds that the caller or the code still has to wait, by the database's clock, which set the block. */
  blockedFor: number | null
}

type LookupRow = Partial<ApplicationRow> & { blockedFor: number | null }

/**
 * The application and the caller's limits in one round trip. Answers a row for an unknown code too: both cases run
 * the same statement.
 */
export async function findForLookup(
  db: Queries,
  code: string,
  subjects: readonly string[],
  showDemo: boolean,
): Promise<LookupState> {
  const [row] = await db.query<LookupRow>(
    `select limits.seconds as "blockedFor", a.id, a.code, a.factor_hash as "factorHash", a.procedure,
            a.guide_slug as "guideSlug", a.pick_up_place as "pickUpPlace", a.demo
     from (select extract(epoch from max(blocked_until) - now())::float8 as seconds from lookup_limits
           where subject = any($2::text[]) and blocked_until > now()) as limits
     left join applications a on a.code = $1 and (not a.demo or $3)`,
    [code, subjects, showDemo],
  )
  const found = row && row.id !== null && row.id !== undefined
  return { application: found ? (row as ApplicationRow) : undefined, blockedFor: row?.blockedFor ?? null }
}

/** Oldest first: the order in which they were appended. */
export async function listSteps(db: Queries, applicationId: number): Promise<ApplicationStep[]> {
  const rows = await db.query<StepRow>(
    `select status, at, note, promised_on as "promisedOn" from application_steps where application_id = $1 order by id`,
    [applicationId],
  )
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

export interface NewApplication extends Omit<ApplicationRow, 'id'> {
  steps: readonly ApplicationStep[]
}

/** To be called in a transaction: an application without its first step has no status. */
export async function insertApplication(tx: Queries, application: NewApplication): Promise<void> {
  const [row] = await tx.query<{ id: number }>(
    `insert into applications (code, factor_hash, procedure, guide_slug, pick_up_place, demo)
     values ($1, $2, $3, $4, $5, $6) returning id`,
    [
      application.code,
      application.factorHash,
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
