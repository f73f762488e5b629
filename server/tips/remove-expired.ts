import type { RetentionPeriods } from '../content/content.ts'
import type { Database } from '../db/database.ts'
import type { EvidenceFolder } from '../evidence/evidence-folder.ts'
import { applyRetention, findExpired } from './retention.ts'
import { filesRemover, findSweepable, sweepFiles } from './sweep-files.ts'

const mostShown = 1_000_000

const inWords = (counts: ReadonlyMap<string, number>) =>
  [...counts].map(([rule, count]) => `${rule} ${count}`).join(', ') || 'none'

function countByRule(rules: readonly { rule: string }[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { rule } of rules) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  return counts
}

/** What `removeExpired` would remove, in lines without content. */
export async function countExpired(db: Database, periods: RetentionPeriods, now: Date): Promise<string[]> {
  const tips = await findExpired(db, periods.tips, now, mostShown)
  const files = await findSweepable(db, periods.files, now, mostShown)
  return [
    `Would remove tips: ${inWords(countByRule(tips))}`,
    `Would remove files of no tip: ${inWords(countByRule(files))}`,
  ]
}

/** Removes tips and files whose time is over, rows and files together, and tells how many in lines without content. */
export async function removeExpired(
  db: Database,
  evidence: EvidenceFolder,
  periods: RetentionPeriods,
  now: Date,
): Promise<string[]> {
  const tips = await applyRetention(db, periods.tips, { now, removeFiles: filesRemover(db, evidence) })
  const files = await sweepFiles(db, evidence, periods.files, now)
  return [`Removed tips: ${inWords(tips)}`, `Removed files of no tip: ${inWords(files)}`]
}
