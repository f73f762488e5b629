import type { RetentionPeriods } from '../content/content.ts'
import { finishFile } from './finish-file.ts'
import { sweepFiles } from './sweep-files.ts'
import type { TipFileIntake } from './tip-file-intake.ts'
import { findLeftFiles } from './tip-files.repo.ts'

/** Somebody else may be cleaning what arrived just now. */
const leftAfter = 10 * 60_000

/** Ends what a killed process left, so that no file waits for its phone to ask again; and sweeps. */
export async function tendFiles(intake: TipFileIntake, periods: RetentionPeriods['files']): Promise<void> {
  const now = intake.clock()
  const left = await findLeftFiles(intake.db, new Date(now.getTime() - leftAfter))
  for (const file of left) await finishFile(intake, file)
  await sweepFiles(intake.db, intake.files, periods, now)
}
