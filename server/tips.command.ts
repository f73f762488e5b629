import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from './config.ts'
import { loadContent } from './content/load-content.ts'
import { openDatabase } from './db/open-database.ts'
import { applyRetention, findExpired, type RetentionRule } from './tips/retention.ts'

/** `npm run tips:retention`: removes tips whose time in content/retention.yaml is over; `--dry-run` only counts. */
const contentDir = join(import.meta.dirname, '../content')
const mostShown = 1_000_000

const inWords = (counts: ReadonlyMap<RetentionRule, number>) =>
  [...counts].map(([rule, count]) => `${rule} ${count}`).join(', ') || 'none'

function countByRule(rules: readonly RetentionRule[]): Map<RetentionRule, number> {
  const counts = new Map<RetentionRule, number>()
  for (const rule of rules) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  return counts
}

try {
  const { values } = parseArgs({ options: { 'dry-run': { type: 'boolean', default: false } } })
  const { dataDir, databaseUrl } = readConfig(process.env)
  const { retention } = await loadContent(contentDir)
  const db = await openDatabase({ dataDir, databaseUrl, log: (message) => console.log(message) })
  const now = new Date()
  try {
    if (values['dry-run']) {
      const expired = await findExpired(db, retention.tips, now, mostShown)
      console.log(`Would remove tips: ${inWords(countByRule(expired.map(({ rule }) => rule)))}`)
    } else {
      const removed = await applyRetention(db, retention.tips, { now, removeFiles: async () => undefined })
      console.log(`Removed tips: ${inWords(removed)}`)
    }
  } finally {
    await db.close()
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
