import { dayOf } from '#contract/day.ts'
import type { ImportPreview } from '#contract/desk-import.ts'
import type { Database } from '../db/database.ts'
import type { Note } from '../desk/serve-desk.ts'
import { type AppendSteps, applyPlan } from './apply-plan.ts'
import { fieldName } from './headings.ts'
import { findApplied } from './import.repo.ts'
import { importRecords } from './import-records.ts'
import { makePlan } from './make-plan.ts'
import type { Plan } from './plan.ts'
import { readRecords } from './read-records.ts'
import type { ReadRecords } from './records.ts'
import { countPlan, describeChange } from './report.ts'
import type { RowContext } from './row-context.ts'
import { columnName, FileRefused } from './table.ts'

interface DeskImporting {
  db: Database
  rows: RowContext
  note: Note
}

/** More than anybody reads on a screen; the counts stay whole. */
const mostChanges = 500
const mostProblems = 1_000
/** So long an answer that got lost may be asked for again. */
const dayMs = 24 * 60 * 60_000

export async function previewImport(
  { db, rows, note }: DeskImporting,
  bytes: Buffer,
): Promise<ImportPreview> {
  const read = await readOrRefuse(bytes, rows)
  if (read instanceof FileRefused) {
    await note(db)
    return { outcome: 'refused', reason: read.message }
  }
  const plan = await makePlan(db, read, rows)
  const shown = plan.planned.slice(0, mostChanges)
  const known = shown.flatMap((each) => (each.kind === 'changed' ? [each.id] : []))
  await note(db, { records: importRecords(plan.mark, known) })
  return { outcome: 'planned', mark: plan.mark, ...inWords(plan, shown) }
}

/** How many files were written; undefined when the preview does not hold any more. */
export async function applyImport(
  { db, rows, note, append, officerId }: DeskImporting & { append: AppendSteps; officerId: number },
  bytes: Buffer,
  mark: string,
): Promise<number | undefined> {
  const read = await readOrRefuse(bytes, rows)
  if (read instanceof FileRefused) return undefined
  const plan = await applyPlan(db, read, rows, {
    append,
    mark,
    officerId,
    note: (tx, ids) => note(tx, { records: importRecords(mark, ids) }),
  })
  if (plan) return plan.planned.length
  // The answer to the first time may have been lost: whoever asks again is told the same, and it is noted again.
  const written = await findApplied(db, { mark, officerId, since: new Date(rows.now.getTime() - dayMs) })
  if (written !== undefined) await note(db)
  return written
}

async function readOrRefuse(bytes: Buffer, { now }: RowContext): Promise<ReadRecords | FileRefused> {
  try {
    return await readRecords(bytes, dayOf(now))
  } catch (error) {
    if (error instanceof FileRefused) return error
    throw error
  }
}

function inWords(plan: Plan, shown: Plan['planned']) {
  const { fresh, ...counts } = countPlan(plan)
  return {
    counts: { new: fresh, ...counts },
    changes: shown.map((each) => ({
      row: each.record.row,
      code: each.record.code,
      kind: each.kind,
      text: describeChange(each),
    })),
    problems: plan.problems.slice(0, mostProblems).map(({ row, column, field, text }) => ({
      row,
      column: column === null ? null : columnName(column),
      field: field && fieldName(field),
      text,
    })),
    headings: plan.headings.map(({ column, text, field }) => ({
      column: columnName(column),
      text,
      field: field && fieldName(field),
    })),
    unguided: plan.unguided.slice(0, mostProblems),
  }
}
