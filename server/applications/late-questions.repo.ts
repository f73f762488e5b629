import type { LateQuestion } from '#contract/late-question.ts'
import type { Queries } from '../db/database.ts'

export async function lockApplication(tx: Queries, applicationId: number): Promise<void> {
  await tx.query('select from applications where id = $1 for update', [applicationId])
}

/** The latest one that was asked since; one that is still open counts whenever it was asked. */
export async function findQuestion(
  db: Queries,
  applicationId: number,
  since: Date,
): Promise<LateQuestion | undefined> {
  const [row] = await db.query<{ askedAt: Date; dueOn: string | null }>(
    `select asked_at as "askedAt", due_on as "dueOn" from late_questions
     where application_id = $1 and (asked_at >= $2 or answered_by is null) order by id desc limit 1`,
    [applicationId, since],
  )
  return row && { askedAt: row.askedAt.toISOString(), dueOn: row.dueOn }
}

export async function insertQuestion(
  tx: Queries,
  applicationId: number,
  { askedAt, dueOn }: LateQuestion,
): Promise<void> {
  await tx.query('insert into late_questions (application_id, asked_at, due_on) values ($1, $2, $3)', [
    applicationId,
    askedAt,
    dueOn,
  ])
}

/** With the first step that answers it; where nothing was asked, nothing happens. */
export async function answerQuestions(
  tx: Queries,
  answers: readonly { applicationId: number; stepId: number }[],
): Promise<void> {
  await tx.query(
    `update late_questions q set answered_by = answer."stepId"
     from (select "applicationId", min("stepId") as "stepId"
           from jsonb_to_recordset($1::jsonb) as all_answers("applicationId" bigint, "stepId" bigint)
           group by "applicationId") answer
     where q.application_id = answer."applicationId" and q.answered_by is null`,
    [JSON.stringify(answers)],
  )
}
