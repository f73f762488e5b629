import { isOverdue } from '#contract/application-status.ts'
import type { DeskApplication, DeskStep } from '#contract/desk-application-views.ts'
import type { LateQuestion } from '#contract/desk-applications.ts'
import type { Queries } from '../db/database.ts'

/** Whose files an officer may see. */
export interface Reach {
  within: readonly string[]
  showDemo: boolean
  /** In Viet Nam. */
  today: string
}

export const pageSize = 50

export type FileRow = Omit<DeskApplication, 'changedAt' | 'overdue'> & { changedAt: Date }

export const columns = `a.id, a.code, a.procedure, a.guide_slug as "guideSlug", a.pick_up_place as "pickUpPlace", a.station,
  s.status, s.changed_at as "changedAt", s.promised_on as "promisedOn", a.demo`
export const files = 'applications a join application_states s on s.application_id = a.id'
export const reachable = `(a.station = any($1::text[]) or '*' = any($1::text[])) and (not a.demo or $2)`

export const shown = (row: FileRow, today: string): DeskApplication => ({
  ...row,
  changedAt: row.changedAt.toISOString(),
  overdue: isOverdue(row.status, row.promisedOn, today),
})

export async function findFile(
  db: Queries,
  { within, showDemo, today }: Reach,
  id: number,
): Promise<DeskApplication | undefined> {
  const [row] = await db.query<FileRow>(`select ${columns} from ${files} where ${reachable} and a.id = $3`, [
    within,
    showDemo,
    id,
  ])
  return row && shown(row, today)
}

export async function listDeskSteps(db: Queries, applicationId: number): Promise<DeskStep[]> {
  const rows = await db.query<Omit<DeskStep, 'at'> & { at: Date }>(
    `select s.status, s.at, s.note, s.promised_on as "promisedOn", s.reason, s.source, o.name as author
     from application_steps s left join officers o on o.id = s.officer_id
     where s.application_id = $1 order by s.id`,
    [applicationId],
  )
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

export async function findOpenQuestion(db: Queries, applicationId: number) {
  const [row] = await db.query<{ askedAt: Date; dueOn: string | null }>(
    `select asked_at as "askedAt", due_on as "dueOn" from late_questions
     where application_id = $1 and answered_by is null`,
    [applicationId],
  )
  return row && { ...row, askedAt: row.askedAt.toISOString() }
}

/** Oldest first; one more than a page when there is another page. */
export async function listQuestions(
  db: Queries,
  reach: Reach,
  after: number | undefined,
): Promise<LateQuestion[]> {
  const rows = await db.query<FileRow & { questionId: number; askedAt: Date; dueOn: string | null }>(
    `select q.id as "questionId", q.asked_at as "askedAt", q.due_on as "dueOn", ${columns}
     from late_questions q join ${files} on a.id = q.application_id
     where ${reachable} and q.answered_by is null and ($3::bigint is null or q.id > $3)
     order by q.id limit ${pageSize + 1}`,
    [reach.within, reach.showDemo, after],
  )
  return rows.map(({ questionId, askedAt, dueOn, ...row }) => ({
    id: questionId,
    askedAt: askedAt.toISOString(),
    dueOn,
    application: shown(row, reach.today),
  }))
}
