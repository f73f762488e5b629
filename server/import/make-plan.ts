import { createHash } from 'node:crypto'
import type { Queries } from '../db/database.ts'
import { findStored } from './import.repo.ts'
import type { Columns } from './headings.ts'
import type { Plan, Planned } from './plan.ts'
import { planKnown } from './plan-known.ts'
import { planNew } from './plan-new.ts'
import type { Problem, ReadRecords } from './records.ts'
import type { RowContext } from './row-context.ts'

/** So many rows go to the database at once. */
export const batchSize = 1_000

export function* batches<T>(all: readonly T[]): Generator<T[]> {
  for (let start = 0; start < all.length; start += batchSize) yield all.slice(start, start + batchSize)
}

/** Compares the sheet with the database; writes nothing. */
export async function makePlan(
  db: Queries,
  { records, problems, columns, headings }: ReadRecords,
  context: RowContext,
  onProgress: (done: number) => void = () => undefined,
): Promise<Plan> {
  const plan: Plan = { planned: [], unchanged: 0, problems: [...problems], headings, unguided: [], mark: '' }
  let done = 0
  for (const batch of batches(records)) {
    const stored = new Map(
      (
        await findStored(
          db,
          batch.map(({ code }) => code),
        )
      ).map((application) => [application.code, application]),
    )
    for (const record of batch) {
      const known = stored.get(record.code)
      const outcome = known ? planKnown(record, known, context) : planNew(record, context)
      if (outcome.kind === 'unchanged') plan.unchanged += 1
      else if (outcome.kind === 'refused') plan.problems.push(placed(outcome, columns))
      else plan.planned.push(outcome)
    }
    onProgress((done += batch.length))
  }
  plan.problems.sort((a, b) => a.row - b.row)
  return { ...plan, unguided: unguidedIn(plan), mark: markOf(plan) }
}

const unguidedIn = ({ planned }: Plan) => [
  ...new Set(planned.flatMap(({ facts }) => (facts.guideSlug === null ? [facts.procedure] : []))),
]

/** The row knew only which field it is about. */
const placed = ({ row, field, text }: Problem, columns: Columns): Problem => ({
  row,
  column: (field && columns[field]) ?? null,
  field,
  text,
})

/** Not the times: a step without a day in the sheet happens when it is written. */
function markOf({ planned, unchanged, problems }: Omit<Plan, 'mark'>): string {
  const hash = createHash('sha256')
  for (const each of planned) hash.update(JSON.stringify(essenceOf(each)))
  hash.update(JSON.stringify([unchanged, problems.map(({ row, text }) => [row, text])]))
  return hash.digest('base64url').slice(0, 22)
}

function essenceOf(planned: Planned): unknown {
  const { kind, facts, record } = planned
  const hashes = [facts.factorHash.toString('hex'), facts.phoneHash?.toString('hex')]
  const steps = planned.steps.map(({ at: _, ...step }) => step)
  return [kind, record, facts.station, hashes, steps, kind === 'changed' ? planned.from : null]
}
