import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from './config.ts'
import { loadContent } from './content/load-content.ts'
import { openDatabase } from './db/open-database.ts'
import { EvidenceFolder } from './evidence/evidence-folder.ts'
import { applyRetention, findExpired } from './tips/retention.ts'
import { filesRemover, findSweepable, sweepFiles } from './tips/sweep-files.ts'

/** `npm run tips:retention`: removes tips and files whose time in content/retention.yaml is over; `--dry-run` only counts. */
const contentDir = join(import.meta.dirname, '../content')
const mostShown = 1_000_000

const inWords = (counts: ReadonlyMap<string, number>) =>
  [...counts].map(([rule, count]) => `${rule} ${count}`).join(', ') || 'none'

function countByRule(rules: readonly { rule: string }[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { rule } of rules) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  return counts
}

try {
  const { values } = parseArgs({ options: { 'dry-run': { type: 'boolean', default: false } } })
  const { dataDir, databaseUrl } = readConfig(process.env)
  const { retention } = await loadContent(contentDir)
  const db = await openDatabase({ dataDir, databaseUrl, log: (message) => console.log(message) })
  const evidence = new EvidenceFolder(join(dataDir, 'evidence'))
  const now = new Date()
  try {
    if (values['dry-run']) {
      const expired = await findExpired(db, retention.tips, now, mostShown)
      console.log(`Would remove tips: ${inWords(countByRule(expired))}`)
      const files = await findSweepable(db, retention.files, now, mostShown)
      console.log(`Would remove files of no tip: ${inWords(countByRule(files))}`)
    } else {
      const removed = await applyRetention(db, retention.tips, {
        now,
        removeFiles: filesRemover(db, evidence),
      })
      console.log(`Removed tips: ${inWords(removed)}`)
      const files = await sweepFiles(db, evidence, retention.files, now)
      console.log(`Removed files of no tip: ${inWords(files)}`)
    }
  } finally {
    await db.close()
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
