import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { api } from '#contract/api.ts'
import { tools } from '#contract/tools.ts'
import { createClient } from '#contract/client.ts'
import { type AppContext, createApp } from '../app.ts'
import { loadContent } from '../content/load-content.ts'
import { deriveKeys } from '../keys/keys.ts'
import { createVaults } from '../keys/unlock.ts'
import { injectFetch } from './inject-fetch.ts'
import { openTestDatabase } from './database.ts'

const contentDir = join(import.meta.dirname, '../../content')

type Changes = Partial<Omit<AppContext, 'graph'>> & { graph?: Partial<AppContext['graph']> }

/** The real server on a real database, in this process and without a port. */
export async function startTestServer(changes: Changes = {}) {
  const { graph, ...overrides } = changes
  const db = overrides.db ? undefined : await openTestDatabase()
  const filesDir = await mkdtemp(join(tmpdir(), 'portal-files-'))
  await mkdir(join(filesDir, 'pictures'))
  const evidenceDir = await mkdtemp(join(tmpdir(), 'portal-evidence-'))
  const secrets = { portal: Buffer.alloc(32, 1), identity: Buffer.alloc(32, 2) }
  const keys = deriveKeys(secrets.portal, secrets.identity)
  const vaults = createVaults((overrides.db ?? db)!, secrets, keys)
  const app = await createApp({
    db: (overrides.db ?? db)!,
    content: await loadContent(contentDir),
    notices: [],
    keys,
    vaults,
    graph: {
      whoIs: async () => ({ ok: false, reason: 'unavailable' }),
      phoneOf: async () => ({ ok: false, reason: 'unavailable' }),
      ...graph,
    },
    locate: async () => ({ ok: false, reason: 'unavailable' }),
    demo: true,
    clock: () => new Date(),
    filesDir,
    evidenceDir,
    // Not that of the machine on which the tests run.
    freeBytes: async () => 1e12,
    checkAnswers: true,
    ...overrides,
  })
  await app.ready()
  const fetch = injectFetch(app)
  const client = createClient({ ...api, ...tools }, { origin: '', fetch, retryAfter: [] })
  return {
    app,
    db: (overrides.db ?? db)!,
    keys,
    vaults,
    evidenceDir: overrides.evidenceDir ?? evidenceDir,
    fetch,
    client,
    /** Empties every table, and the folder of evidence, between tests. */
    empty: async () => {
      await db?.empty()
      for (const name of await readdir(evidenceDir)) await rm(join(evidenceDir, name))
    },
    close: async () => {
      await app.close()
      await db?.close()
      for (const folder of [filesDir, evidenceDir]) await rm(folder, { recursive: true, force: true })
    },
  }
}
