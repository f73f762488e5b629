import type { ApplicationStep } from '#contract/applications.ts'
import { type Database, DatabaseError, type Queries } from '../db/database.ts'
import { insertApplications, lockImports, updateFacts } from './import.repo.ts'
import { batches, makePlan } from './make-plan.ts'
import type { Plan, Planned } from './plan.ts'
import type { ReadRecords } from './records.ts'
import type { RowContext } from './row-context.ts'

interface Addition {
  applicationId: number
  steps: readonly ApplicationStep[]
  seen?: string
}

/** The applications' own way to add to the history of files, by their rules and under their locks. */
export type AppendSteps = (
  tx: Queries,
  additions: readonly Addition[],
  author: { source: 'import'; officerId?: number },
) => Promise<readonly { outcome: string }[]>

export interface Confirmed {
  append: AppendSteps
  /** What was shown and agreed to. */
  mark: string
  /** None at the command line. */
  officerId?: number
  /** Leaves the audit entry of some files in the same transaction. */
  note: (tx: Queries, applicationIds: readonly number[]) => Promise<void>
  onProgress?: (done: number) => void
}

/** A whole list is one transaction: it may take longer than any other request. */
const limitMs = 10 * 60_000
const takenCode = '23505'

/** Somebody was faster: the plan is not what would happen any more. */
class Outdated extends Error {}

/** Writes all of it or nothing. Undefined when the database has changed since the preview. */
export async function applyPlan(
  db: Database,
  read: ReadRecords,
  context: RowContext,
  confirmed: Confirmed,
): Promise<Plan | undefined> {
  const work = async (tx: Queries) => {
    await lockImports(tx)
    const plan = await makePlan(tx, read, context)
    if (plan.mark !== confirmed.mark) throw new Outdated()
    let done = 0
    for (const batch of batches(plan.planned)) {
      await confirmed.note(tx, await writeBatch(tx, batch, confirmed))
      confirmed.onProgress?.((done += batch.length))
    }
    if (plan.planned.length === 0) await confirmed.note(tx, [])
    return plan
  }
  try {
    return await db.tx(work, { limitMs })
  } catch (error) {
    // The lock keeps other imports out, not an officer who takes in a file with one of these codes.
    if (error instanceof Outdated || (error instanceof DatabaseError && error.code === takenCode))
      return undefined
    throw error
  }
}

/** Answers the ids of the files. */
async function writeBatch(
  tx: Queries,
  batch: readonly Planned[],
  { append, officerId }: Confirmed,
): Promise<number[]> {
  const fresh = batch.flatMap((each) =>
    each.kind === 'new' ? [{ code: each.record.code, facts: each.facts }] : [],
  )
  const ids = fresh.length > 0 ? await insertApplications(tx, fresh) : new Map<string, number>()
  const changed = batch.flatMap((each) =>
    each.kind === 'changed' && each.changedFacts.length > 0 ? [{ id: each.id, facts: each.facts }] : [],
  )
  if (changed.length > 0) await updateFacts(tx, changed)
  const additions = batch.map((each) =>
    each.kind === 'changed'
      ? { applicationId: each.id, steps: each.steps, seen: each.from.changedAt }
      : { applicationId: ids.get(each.record.code)!, steps: each.steps },
  )
  const author = { source: 'import' as const, ...(officerId !== undefined && { officerId }) }
  const outcomes = await append(tx, additions, author)
  if (outcomes.some(({ outcome }) => outcome !== 'appended')) throw new Outdated()
  return additions.map(({ applicationId }) => applicationId)
}
