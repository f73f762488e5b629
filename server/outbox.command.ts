import { createInterface } from 'node:readline/promises'
import { readConfig } from './config.ts'
import { openDatabase } from './db/open-database.ts'
import { startConsent } from './updates/connect-oa.ts'
import { reportOutbox } from './updates/outbox-report.ts'
import { createOaTokensClient } from './zalo/oa-tokens-client.ts'

// npm run outbox              how telling citizens goes
// npm run outbox -- connect   an administrator of the Official Account consents; prints the new refresh token

const say = (text: string) => void process.stdout.write(`${text}\n`)

async function report(): Promise<void> {
  const { dataDir, databaseUrl } = readConfig(process.env)
  const db = await openDatabase({ dataDir, databaseUrl, log: say })
  try {
    say(await reportOutbox(db, new Date()))
  } finally {
    await db.close()
  }
}

async function connect(): Promise<void> {
  // Before the first consent there is no token yet to be configured.
  const env = { ...process.env, ZALO_OA_REFRESH_TOKEN: process.env['ZALO_OA_REFRESH_TOKEN'] ?? 'none yet' }
  const { zalo, publicUrl } = readConfig(env)
  const redirectUri = publicUrl ?? 'http://127.0.0.1:8080/'
  const consent = startConsent(createOaTokensClient(zalo), { ...zalo, redirectUri })
  say(`Open this as an administrator of the Official Account and agree:\n\n  ${consent.address}\n`)
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  const landedAt = await lines.question('Paste the address the browser ended at: ')
  lines.close()
  const token = await consent.finish(landedAt)
  say(`\nPut this into the configuration and restart the server:\n\n  ZALO_OA_REFRESH_TOKEN=${token}`)
}

try {
  await (process.argv[2] === 'connect' ? connect() : report())
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
