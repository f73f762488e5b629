import { join } from 'node:path'
import type { AddressInfo } from 'node:net'
import { createApp } from '../app.ts'
import { loadContent } from '../content/load-content.ts'
import { openDatabase } from '../db/open-database.ts'
import { deriveKeys } from '../keys/keys.ts'
import { createVaults } from '../keys/unlock.ts'

// A server in a process of its own, to be killed by a test. Prints its port once it listens.
const [dataDir = '', databaseUrl = '', day] = process.argv.slice(2)
const db = await openDatabase({ dataDir, databaseUrl: databaseUrl || undefined, log: () => undefined })
const secrets = { portal: Buffer.alloc(32, 1), identity: Buffer.alloc(32, 2) }
const keys = deriveKeys(secrets.portal, secrets.identity)
const unavailable = async () => ({ ok: false, reason: 'unavailable' }) as const
const app = await createApp({
  db,
  content: await loadContent(join(import.meta.dirname, '../../content')),
  notices: [],
  keys,
  vaults: createVaults(db, secrets, keys),
  graph: { whoIs: unavailable, phoneOf: unavailable },
  locate: unavailable,
  demo: false,
  clock: () => (day ? new Date(day) : new Date()),
  filesDir: dataDir,
  evidenceDir: join(dataDir, 'evidence'),
  freeBytes: async () => 1e12,
})
await app.listen({ host: '127.0.0.1', port: 0 })
process.stdout.write(`${(app.server.address() as AddressInfo).port}\n`)
