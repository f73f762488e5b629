import { settled } from '#contract/application-status.ts'
import { type ApplicationState, afterStep, issuesOfStep } from '#contract/application-steps.ts'
import type { ApplicationStep } from '#contract/applications.ts'
import type { FieldIssue } from '#contract/error.ts'
import type { Queries } from '../db/database.ts'
import { type Author, insertSteps, type StepOfFile } from './applications.repo.ts'
import { answerQuestions } from './late-questions.repo.ts'

export type Appended =
  | { outcome: 'appended' }
  | { outcome: 'changed' }
  | { outcome: 'refused'; fields: Record<string, FieldIssue> }

export interface Addition {
  applicationId: number
  /** Oldest first. */
  steps: readonly ApplicationStep[]
  /** Time of the last step that the author knew; none for a file that is new. */
  seen?: string | undefined
}

/**
 * The one way to add to the history of files, for a desk and for an import: by the rules of the contract, under the
 * files' locks, so that two officers cannot both be right about what came before. Each file takes all of its steps or
 * none. To be called in a transaction.
 */
export async function appendSteps(
  tx: Queries,
  additions: readonly Addition[],
  author: Author,
): Promise<Appended[]> {
  const states = await lockFiles(
    tx,
    additions.map(({ applicationId }) => applicationId),
  )
  const outcomes = additions.map((addition) => judge(states.get(addition.applicationId), addition))
  const steps: StepOfFile[] = additions.flatMap(({ applicationId, steps }, index) =>
    outcomes[index]?.outcome === 'appended' ? steps.map((step) => ({ ...step, applicationId })) : [],
  )
  if (steps.length === 0) return outcomes
  const ids = await insertSteps(tx, steps, author)
  const answers = steps.flatMap((step, index) =>
    answersWhyLate(step) ? [{ applicationId: step.applicationId, stepId: ids[index]! }] : [],
  )
  if (answers.length > 0) await answerQuestions(tx, answers)
  return outcomes
}

export async function appendStep(
  tx: Queries,
  { step, author, ...file }: Omit<Addition, 'steps'> & { step: ApplicationStep; author: Author },
): Promise<Appended> {
  const [appended] = await appendSteps(tx, [{ ...file, steps: [step] }], author)
  return appended!
}

/** A reason answers the question why it is late, and so does the result. */
const answersWhyLate = ({ status, reason }: ApplicationStep) => reason !== null || settled.includes(status)

function judge(before: ApplicationState | undefined, { steps, seen }: Addition): Appended {
  if (before && seen !== undefined && Date.parse(seen) !== Date.parse(before.changedAt)) {
    return { outcome: 'changed' }
  }
  let state = before
  for (const step of steps) {
    const fields = issuesOfStep(state, step)
    if (Object.keys(fields).length > 0) return { outcome: 'refused', fields }
    state = afterStep(state, step)
  }
  return { outcome: 'appended' }
}

/** What their steps add up to, which nobody else changes until the transaction ends. */
async function lockFiles(tx: Queries, ids: readonly number[]): Promise<Map<number, ApplicationState>> {
  // In one order, or two imports could wait for each other.
  await tx.query('select from applications where id = any($1::bigint[]) order by id for update', [ids])
  const rows = await tx.query<Omit<ApplicationState, 'changedAt'> & { id: number; changedAt: Date }>(
    `select application_id as id, status, changed_at as "changedAt", promised_on as "promisedOn",
            null as "lateReason"
     from application_states where application_id = any($1::bigint[])`,
    [ids],
  )
  return new Map(rows.map(({ id, ...state }) => [id, { ...state, changedAt: state.changedAt.toISOString() }]))
}
