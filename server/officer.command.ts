import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readConfig } from './config.ts'
import { loadContent } from './content/load-content.ts'
import { FolderInUse } from './db/folder-lock.ts'
import { openDatabase } from './db/open-database.ts'
import { askPassphrase } from './desk/ask-passphrase.ts'
import { CommandError, runOfficerCommand } from './desk/officer-command.ts'

const say = (line: string) => console.log(line)

async function run(): Promise<void> {
  const config = readConfig(process.env)
  const { unit } = await loadContent(join(import.meta.dirname, '../content'))
  await mkdir(config.dataDir, { recursive: true })
  const db = await openDatabase({ dataDir: config.dataDir, databaseUrl: config.databaseUrl, log: () => {} })
  try {
    const stations = unit.stations.map(({ id }) => id)
    const terminal = { input: process.stdin, say: (text: string) => void process.stderr.write(text) }
    const ask = (question: string) => askPassphrase(terminal, question)
    await runOfficerCommand(
      { db, stations, askPassphrase: ask, say, clock: () => new Date() },
      process.argv.slice(2),
    )
  } finally {
    await db.close()
  }
}

function explain(error: unknown): string {
  if (error instanceof CommandError) return error.message
  if (error instanceof FolderInUse) {
    return `${error.message}.\nThe server is running on it: stop it, run this command again, then start it. On a PostgreSQL server (DATABASE_URL) both can run at once.`
  }
  return error instanceof Error ? error.message : String(error)
}

try {
  await run()
} catch (error) {
  console.error(explain(error))
  process.exitCode = 1
}
