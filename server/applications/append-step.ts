import { settled } from '#contract/application-status.ts'
import { foldSteps, issuesOfStep } from '#contract/application-steps.ts'
import type { ApplicationStep } from '#contract/applications.ts'
import type { FieldIssue } from '#contract/error.ts'
import type { Queries } from '../db/database.ts'
import { type Author, insertStep, listSteps } from './applications.repo.ts'

export type Appended =
  | { outcome: 'appended'; stepId: number }
  | { outcome: 'changed' }
  | { outcome: 'refused'; fields: Record<string, FieldIssue> }

interface Addition {
  applicationId: number
  step: ApplicationStep
  author: Author
  /** Time of the last step that the author knew; none for an import, which brings what is newer itself. */
  seen?: string
}

/**
 * The one way to add to a file's history: by the rules of the contract, under the file's lock, so that two officers
 * cannot both be right about what came before. To be called in a transaction.
 */
export async function appendStep(tx: Queries, addition: Addition): Promise<Appended> {
  const { applicationId, step, author, seen } = addition
  await tx.query('select from applications where id = $1 for update', [applicationId])
  const before = foldSteps(await listSteps(tx, applicationId))
  if (before && seen !== undefined && Date.parse(seen) !== Date.parse(before.changedAt)) {
    return { outcome: 'changed' }
  }
  const fields = issuesOfStep(before, step)
  if (Object.keys(fields).length > 0) return { outcome: 'refused', fields }
  const stepId = await insertStep(tx, applicationId, step, author)
  // A reason answers the question why it is late, and so does the result.
  if (step.reason !== null || settled.includes(step.status)) {
    await tx.query(
      'update late_questions set answered_by = $2 where application_id = $1 and answered_by is null',
      [applicationId, stepId],
    )
  }
  return { outcome: 'appended', stepId }
}
