import type { Database } from '../db/database.ts'
import { dayOf } from '#contract/day.ts'
import { writeAudit } from '../desk/audit.ts'
import { type AppendSteps, applyPlan } from './apply-plan.ts'
import { makePlan } from './make-plan.ts'
import { readRecords } from './read-records.ts'
import { countPlan, reportOn } from './report.ts'
import { importRecords } from './import-records.ts'
import type { RowContext } from './row-context.ts'

export interface ImportRun {
  db: Database
  rows: RowContext
  append: AppendSteps
  say: (text: string) => void
  progress: (text: string) => void
  /** Asks the person who started it; false without one. */
  confirm: () => Promise<boolean>
  /** Takes the good rows when others are refused. */
  skipRefused: boolean
  showAll: boolean
}

/** Preview, question, writing. Answers whether everything asked for was done. */
export async function importFile(bytes: Buffer, run: ImportRun): Promise<boolean> {
  const { db, rows, say, progress } = run
  const read = await readRecords(bytes, dayOf(rows.now))
  const total = read.records.length
  const plan = await makePlan(db, read, rows, (done) => progress(`Đang so sánh ${done}/${total}`))
  say(reportOn(plan, run.showAll ? Infinity : 50))
  if (countPlan(plan).refused > 0 && !run.skipRefused) {
    say('\nChưa ghi gì. Bạn sửa các dòng không nhận rồi chạy lại, hoặc thêm --skip-refused để bỏ qua chúng.')
    return false
  }
  if (plan.planned.length === 0) {
    say('\nKhông có gì để ghi.')
    return true
  }
  if (!(await run.confirm())) {
    say('\nChưa ghi gì. Thêm --write để ghi.')
    return false
  }
  const written = await applyPlan(db, read, rows, {
    append: run.append,
    mark: plan.mark,
    note: (tx, ids) =>
      writeAudit(tx, {
        at: rows.now,
        officerId: null,
        action: 'import.apply',
        records: importRecords(plan.mark, ids),
      }),
    onProgress: (done) => progress(`Đang ghi ${done}/${plan.planned.length}`),
  })
  say(
    written
      ? `\nĐã ghi ${written.planned.length} hồ sơ.`
      : '\nDữ liệu vừa thay đổi. Chưa ghi gì, bạn chạy lại.',
  )
  return written !== undefined
}
