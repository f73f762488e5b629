import type { Database, Queries } from '../db/database.ts'
import { appendSteps, insertApplications, lockImports, updateFacts } from './import.repo.ts'
import { batches, makePlan } from './make-plan.ts'
import type { Plan, Planned } from './plan.ts'
import type { RowContext } from './plan-row.ts'
import type { ReadRecords } from './records.ts'

export interface Confirmed {
  /** What was shown and agreed to. */
  mark: string
  officerId: number | null
  onProgress?: (done: number) => void
  /** Runs in the same transaction, for the record of who did it. */
  alongside?: (tx: Queries, plan: Plan) => Promise<void>
}

/** Writes all of it or nothing. Undefined when the database has changed since the preview. */
export async function applyPlan(
  db: Database,
  read: ReadRecords,
  context: RowContext,
  { mark, officerId, onProgress = () => undefined, alongside }: Confirmed,
): Promise<Plan | undefined> {
  return db.tx(async (tx) => {
    await lockImports(tx)
    const plan = await makePlan(tx, read, context)
    if (plan.mark !== mark) return undefined
    let done = 0
    for (const batch of batches(plan.planned)) {
      await writeBatch(tx, batch, officerId)
      onProgress((done += batch.length))
    }
    await alongside?.(tx, plan)
    return plan
  })
}

async function writeBatch(tx: Queries, batch: readonly Planned[], officerId: number | null): Promise<void> {
  const fresh = batch.flatMap((each) =>
    each.kind === 'new' ? [{ code: each.record.code, facts: each.facts }] : [],
  )
  const ids = fresh.length > 0 ? await insertApplications(tx, fresh) : new Map<string, number>()
  const changed = batch.flatMap((each) =>
    each.kind === 'changed' && each.changedFacts.length > 0 ? [{ id: each.id, facts: each.facts }] : [],
  )
  if (changed.length > 0) await updateFacts(tx, changed)
  const steps = batch.flatMap((each) => {
    const applicationId = each.kind === 'changed' ? each.id : ids.get(each.record.code)!
    return each.steps.map((step) => ({ ...step, applicationId }))
  })
  if (steps.length > 0) await appendSteps(tx, steps, officerId)
}
