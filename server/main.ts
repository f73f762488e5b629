import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { createApp } from './app.ts'
import { forgetOldFailures } from './applications/lookup-limits.ts'
import { forgetOldSecrets } from './applications/slip-secrets.repo.ts'
import { demoSecret } from './applications/slip-secrets.ts'
import { type Config, readConfig } from './config.ts'
import { loadContent } from './content/load-content.ts'
import { loadDemo } from './content/load-demo.ts'
import type { Database } from './db/database.ts'
import { openDatabase } from './db/open-database.ts'
import { forgetOldOfficerSessions } from './desk/officer-sessions.repo.ts'
import { forgetOldTries } from './desk/sign-in-limits.ts'
import { seedDemo, seedOfficers, seedTips } from './demo/seed-demo.ts'
import { EvidenceFolder } from './evidence/evidence-folder.ts'
import { loadSecrets } from './keys/keys.ts'
import { createVaults, isSealed, unlockKeys } from './keys/unlock.ts'
import { forgetOldSessions } from './session/sessions.repo.ts'
import { greeting, type ToTry } from './greeting.ts'
import { removeNightly } from './tips/remove-nightly.ts'
import { startTelling } from './telling.ts'
import type { OutboxWorker } from './updates/outbox-worker.ts'
import { tidyUpdates } from './updates/tidy-updates.ts'
import { createGraphClient } from './zalo/graph-client.ts'
import { createLocate } from './zalo/locate.ts'
import { createReceiverClient } from './zalo/receiver-client.ts'

const clock = () => new Date()
const say = (message: string) => console.log(message)
const contentDir = join(import.meta.dirname, '../content')
const wwwDir = join(import.meta.dirname, '../www')
/** The API needs no preview: without a built Mini App it is served alone. */
const previewIsBuilt = existsSync(join(wwwDir, 'index.html'))
const hour = 3_600_000
const longestGoodbye = 3_000

/** Opens everything and listens. The only file that reads the environment and acts when it is started. */
async function start(config: Config): Promise<void> {
  await mkdir(config.dataDir, { recursive: true })
  const content = await loadContent(contentDir)
  const db = await openDatabase({ dataDir: config.dataDir, databaseUrl: config.databaseUrl, log: say })
  // After the database: its lock keeps two first starts from making different keys in one folder.
  const secrets = await loadSecrets(config, { mayMake: !(await isSealed(db)) })
  const keys = await unlockKeys(db, secrets)
  const vaults = createVaults(db, secrets, keys)
  const filesDir = join(config.dataDir, 'files')
  await mkdir(join(filesDir, 'pictures'), { recursive: true })
  const demo = config.demo ? await loadDemo(contentDir, clock()) : undefined
  if (demo) {
    const places = { coversDir: join(contentDir, 'demo/covers'), picturesDir: join(filesDir, 'pictures') }
    await seedDemo(db, keys, demo, places)
    await seedOfficers(db, demo.officers)
    await seedTips(db, { keys, ...vaults }, demo.tips)
  }
  const app = await createApp({
    db,
    content,
    notices: [...content.notices, ...(demo?.notices ?? [])],
    keys,
    vaults,
    graph: createGraphClient(config.zalo),
    locate: createLocate(config.zalo),
    zalo: {
      appId: config.zalo.appId,
      apiKey: config.zalo.apiKey,
      oa: config.zalo.oa && { ...config.zalo.oa, receivers: createReceiverClient(config.zalo) },
    },
    demo: config.demo,
    clock,
    filesDir,
    evidenceDir: join(config.dataDir, 'evidence'),
    wwwDir: previewIsBuilt ? wwwDir : undefined,
    previewOrigin: config.previewOrigin,
    publicUrl: config.publicUrl,
    production: config.production,
    trustedProxies: config.trustedProxies,
    logger: config.production ? { base: null } : { level: 'warn', base: null },
  })
  await app.listen({ host: config.host, port: config.port })
  const telling = await startTelling({ db, keys, clock, config: config.zalo, log: say })
  const timers = [sweepHourly(app, db, config.messageDays)]
  const evidence = new EvidenceFolder(join(config.dataDir, 'evidence'))
  if (config.dailyRetention)
    timers.push(removeNightly({ db, evidence, periods: content.retention, clock, log: say }))
  closeOnSignal(app, db, { timers, telling })
  const tryable = demo?.applications.map((one) => ({ ...one, slip: demoSecret(keys.lookups, one.code) }))
  announce(app, demo && tryable && { applications: tryable, officers: demo.officers })
}

/** Rows and files that no longer serve anybody are dropped, and what was left half-done is ended. */
function sweepHourly(app: FastifyInstance, db: Database, messageDays: number): NodeJS.Timeout {
  const sweep = () =>
    Promise.all([
      forgetOldFailures(db),
      forgetOldSecrets(db, clock()),
      forgetOldSessions(db, clock()),
      forgetOldOfficerSessions(db, clock()),
      forgetOldTries(db),
      tidyUpdates(db, clock(), messageDays),
      app.tendFiles(),
    ]).catch((error: unknown) => console.error('Sweeping old rows failed', error))
  void sweep()
  return setInterval(() => void sweep(), hour)
}

function announce(app: FastifyInstance, demo: ToTry | undefined): void {
  const { port } = app.server.address() as AddressInfo
  const host = (app.server.address() as AddressInfo).address
  say(
    greeting(`http://${host.includes(':') ? `[${host}]` : host}:${port}`, {
      preview: previewIsBuilt,
      demo,
    }),
  )
}

/** Answers what is under way, then closes the database; a second signal does not wait. */
function closeOnSignal(
  app: FastifyInstance,
  db: Database,
  { timers, telling }: { timers: readonly NodeJS.Timeout[]; telling: OutboxWorker | undefined },
): void {
  let closing = false
  const close = async () => {
    if (closing) process.exit(1)
    closing = true
    for (const timer of timers) clearInterval(timer)
    // Half a request that never ends must not keep the process.
    const impatient = setTimeout(() => app.server.closeAllConnections(), longestGoodbye)
    await app.close()
    clearTimeout(impatient)
    await telling?.stop()
    await db.close()
    say('Closed.')
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void close())
}

try {
  await start(readConfig(process.env))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
