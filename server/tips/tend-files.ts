import type { RetentionPeriods } from '../content/content.ts'
import { finishFile } from './finish-file.ts'
import { sweepFiles } from './sweep-files.ts'
import type { TipFileIntake } from './tip-file-intake.ts'
import { findLeftFiles } from './tip-files.repo.ts'

/** Somebody else may be cleaning what arrived just now. */
const leftAfter = 10 * 60_000

/**
 * Ends what a killed process left, so that no file waits for its phone to ask again; and sweeps. A file that cannot be
 * ended keeps neither the next one nor the sweeping from their turn, or it would never be swept itself.
 */
export async function tendFiles(intake: TipFileIntake, periods: RetentionPeriods['files']): Promise<void> {
  const now = intake.clock()
  const left = await findLeftFiles(intake.db, new Date(now.getTime() - leftAfter))
  const failures: unknown[] = []
  for (const file of left) await finishFile(intake, file).catch((error: unknown) => void failures.push(error))
  await sweepFiles(intake.db, intake.files, periods, now)
  if (failures.length > 0) throw failures[0]
}
