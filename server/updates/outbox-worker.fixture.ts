import { openDatabase } from '../db/open-database.ts'
import { deriveKeys } from '../keys/keys.ts'
import { startTelling } from '../telling.ts'
import { zaloConfig } from './telling.fixture.ts'

// A worker in a process of its own, in a hurry, to be killed by a test. It ends when nothing is left to tell.
const [dataDir = '', databaseUrl = '', zaloUrl = '', seed = '', later = '0'] = process.argv.slice(2)
const say = (message: string) => void process.stdout.write(`${message}\n`)
const clock = () => new Date(Date.now() + Number(later))
const db = await openDatabase({ dataDir, databaseUrl: databaseUrl || undefined, log: () => undefined })
const config = zaloConfig(zaloUrl)
config.oa!.refreshToken = seed
const worker = await startTelling({
  db,
  keys: deriveKeys(Buffer.alloc(32, 1), Buffer.alloc(32, 2)),
  clock,
  config,
  log: say,
  everyMs: 3_600_000,
  pace: {
    gatherMs: 0,
    turnMs: 800,
    lastStartMs: 600,
    doubtMs: 20,
    giveUpMs: 3_600_000,
    waitMs: 20,
    longestWaitMs: 40,
    repairMs: 40,
    digestAfterMs: 72 * 3_600_000,
    staleMs: 3_600_000,
  },
})
const left = async () => {
  const rows = await db.query(
    `select from update_changes c left join update_messages m on m.id = c.message_id
     where c.dropped is null and (m.id is null or m.state = 'open')`,
  )
  return rows.length
}
while ((await left()) > 0) {
  await worker?.round()
  await new Promise((resolve) => setTimeout(resolve, 20))
}
await db.close()
say('all told')
