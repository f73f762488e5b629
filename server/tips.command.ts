import { join } from 'node:path'
import { commandOptions } from './command-options.ts'
import { readConfig } from './config.ts'
import { loadContent } from './content/load-content.ts'
import { openDatabase } from './db/open-database.ts'
import { EvidenceFolder } from './evidence/evidence-folder.ts'
import { countExpired, removeExpired } from './tips/remove-expired.ts'

/** `npm run tips:retention`: removes tips and files whose time in content/retention.yaml is over; `--dry-run` only counts. */
const contentDir = join(import.meta.dirname, '../content')
const { values } = commandOptions('npm run tips:retention -- [--dry-run]', {
  options: { 'dry-run': { type: 'boolean', default: false } },
})

try {
  const { dataDir, databaseUrl } = readConfig(process.env)
  const { retention } = await loadContent(contentDir)
  const db = await openDatabase({ dataDir, databaseUrl, log: (message) => console.log(message) })
  const evidence = new EvidenceFolder(join(dataDir, 'evidence'))
  const now = new Date()
  try {
    const lines = values['dry-run']
      ? await countExpired(db, retention, now)
      : await removeExpired(db, evidence, retention, now)
    for (const line of lines) console.log(line)
  } finally {
    await db.close()
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
