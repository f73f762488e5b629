import { mkdir } from 'node:fs/promises'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { addDays, dayOf } from '#contract/day.ts'
import { insertApplication } from '#server/applications/applications.repo.ts'
import { factorHash } from '#server/keys/factor-hash.ts'
import { createApp } from '#server/app.ts'
import { loadContent } from '#server/content/load-content.ts'
import { loadDemo } from '#server/content/load-demo.ts'
import type { Database } from '#server/db/database.ts'
import { openDatabase } from '#server/db/open-database.ts'
import { seedDemo } from '#server/demo/seed-demo.ts'
import { deriveKeys, type Keys } from '#server/keys/keys.ts'
import { createVaults } from '#server/keys/unlock.ts'
import { noLimits } from '#server/tips/intake-limits.ts'
import { bareInserts, bareLookupServer } from './bare-handlers.ts'
import { answerParent, processorTime } from './child.ts'

export interface PortalPlaces {
  dataDir: string
  databaseUrl: string | undefined
  /** The built Mini App and the bare page, when they are measured too. */
  wwwDir?: string
  barePageDir?: string
}

export interface PortalPorts {
  portal: number
  bareLookup: number
  barePage: number
}

/** Many, as citizens have many: look-ups of one code wait for each other. */
const lookups = {
  codes: Array.from({ length: 500 }, (_, index) => `BENCH-${String(index).padStart(5, '0')}`),
  factor: '123456',
}

const secrets = { portal: Buffer.alloc(32, 1), identity: Buffer.alloc(32, 2) }
const keys = deriveKeys(secrets.portal, secrets.identity)
const contentDir = join(import.meta.dirname, '../../content')
const closers: (() => Promise<unknown>)[] = []
let db: Database

/** The real server as `server/main.ts` puts it together, and beside it, on the same database, its baselines. */
async function start({ dataDir, databaseUrl, wwwDir, barePageDir }: PortalPlaces): Promise<PortalPorts> {
  const filesDir = join(dataDir, 'files')
  await mkdir(join(filesDir, 'pictures'), { recursive: true })
  db = await openDatabase({ dataDir, databaseUrl, log: console.error })
  closers.push(() => db.close())
  const content = await loadContent(contentDir)
  const demo = await loadDemo(contentDir, new Date())
  const places = { coversDir: join(contentDir, 'demo/covers'), picturesDir: join(filesDir, 'pictures') }
  await seedDemo(db, keys, demo, places)
  await seedApplications(db, keys)
  const listen = async (www: string | undefined) => {
    const app = await createApp({
      db,
      content,
      keys,
      vaults: createVaults(db, secrets, keys),
      filesDir,
      evidenceDir: join(dataDir, 'evidence'),
      wwwDir: www,
      notices: [...content.notices, ...demo.notices],
      graph: {
        whoIs: async () => ({ ok: false, reason: 'unavailable' }),
        phoneOf: async () => ({ ok: false, reason: 'unavailable' }),
      },
      locate: async () => ({ ok: false, reason: 'unavailable' }),
      intakeLimits: noLimits,
      demo: true,
      clock: () => new Date(),
      // Every made-up caller has an address of its own, as behind a real proxy.
      trustedProxies: 1,
      // As in production: a line a request.
      logger: { base: null },
    })
    closers.unshift(() => app.close())
    await app.listen({ host: '127.0.0.1', port: 0 })
    return portOf(app.server)
  }
  const bareLookup = bareLookupServer(db, keys)
  await new Promise<void>((resolve) => bareLookup.listen(0, '127.0.0.1', resolve))
  closers.unshift(async () => bareLookup.closeAllConnections())
  return { portal: await listen(wwwDir), barePage: await listen(barePageDir), bareLookup: portOf(bareLookup) }
}

const portOf = (server: Server) => (server.address() as AddressInfo).port

function seedApplications(database: Database, { lookups: key }: Keys): Promise<void> {
  const now = new Date()
  const at = now.toISOString()
  // In time: one that is late is asked for its question as well, which the baseline does not do.
  const promisedOn = addDays(dayOf(now), 7)
  const note = 'Đã nhận đủ giấy tờ.'
  return database.tx(async (tx) => {
    for (const code of lookups.codes) {
      await insertApplication(tx, {
        code,
        factorHash: factorHash(key, code, lookups.factor),
        procedure: 'Cấp lại thẻ căn cước',
        guideSlug: null,
        pickUpPlace: 'Quầy căn cước',
        demo: false,
        station: 'ben-cat',
        author: { source: 'import' },
        steps: [
          { status: 'received', at, note, promisedOn, reason: null },
          { status: 'in_progress', at, note: null, promisedOn: null, reason: null },
        ],
      })
    }
  })
}

answerParent(
  {
    start,
    processorTime,
    lookups: () => lookups,
    inserts: (wanted: { text: string; concurrency: number; ms: number }) => bareInserts(db, keys, wanted),
  },
  async () => {
    for (const close of closers) await close()
  },
)
