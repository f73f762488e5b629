import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { createClient } from '#contract/client.ts'
import { desk } from '#contract/desk.ts'
import { openDatabase } from '../db/open-database.ts'
import type { Database } from '../db/database.ts'
import { openOfficerSession } from '../desk/officer-sessions.repo.ts'
import { EvidenceFolder } from '../evidence/evidence-folder.ts'
import { tipDraft } from '../testing/builders.ts'
import { addOfficer } from '../testing/officers.ts'
import { noisyPicture } from '../testing/pictures.ts'
import { type FileServer, makePlace, type Place, startFileServer } from './file-servers.fixture.ts'
import { sweepFiles } from './sweep-files.ts'
import { blobOf, good } from './tip-files.fixture.ts'

const rounds = 5
const partLength = 40_000
const day = 24 * 3_600_000

// The embedded database belongs to one process; `npm run test:postgres` runs this.
describe.runIf(inject('testDatabase').kind === 'server')('two servers on one database and one folder', () => {
  let place: Place
  let servers: [FileServer, FileServer]
  let db: Database
  beforeAll(async () => {
    place = await makePlace()
    servers = await Promise.all([startFileServer(place), startFileServer(place)])
    db = await openDatabase({ ...place, databaseUrl: place.url, log: () => undefined })
  })
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.kill()))
    await db.close()
    await place.remove()
  })

  const evidence = () => join(place.dataDir, 'evidence')

  /** Begins at both at once and sends each part to both at once, as long as one of them wants more. */
  async function sendToBoth(clientKey: string, bytes: Buffer): Promise<void> {
    const body = { clientKey, fileKey: randomUUID(), size: bytes.length }
    const start = ({ client }: FileServer) => client.tipFiles.start({ body })
    await Promise.all(servers.map(start))
    // The last token counts.
    const { token } = good(await start(servers[0]))
    for (let offset = 0; offset < bytes.length; offset += partLength) {
      const part = blobOf(bytes.subarray(offset, offset + partLength))
      const query = { token: token!, offset: String(offset) }
      const answers = await Promise.all(
        servers.map(({ client }) => client.tipFiles.part({ query, body: part })),
      )
      expect(answers.filter(({ ok }) => ok).length).toBeGreaterThan(0)
      // With the end of a file its token ends, also for whoever comes a moment later.
      for (const answer of answers) if (!answer.ok) expect(answer.error.code).toBe('not-found')
    }
    for (const server of servers) expect(good(await start(server))).toMatchObject({ state: 'stored' })
  }

  async function openAsOfficer({ origin }: FileServer, params: { id: string; file: string }) {
    const officerId = await addOfficer(db, { grants: [{ station: '*', role: 'triage' }] })
    const { token } = await db.tx((tx) => openOfficerSession(tx, officerId, new Date()))
    const withCookie: typeof fetch = (input, init = {}) => {
      const headers = Object.fromEntries(new Headers(init.headers))
      return fetch(input, { ...init, headers: { ...headers, origin, cookie: `desk=${token}` } })
    }
    const client = createClient(desk, { origin, fetch: withCookie, retryAfter: [] })
    return Buffer.from(await good(await client.deskTips.openFile({ params })).arrayBuffer())
  }

  test(
    'each part comes to both at once: each file is kept once, the same for both',
    { timeout: 120_000 },
    async () => {
      const draft = tipDraft()
      const receipts = await Promise.all(servers.map(({ client }) => client.tips.send({ body: draft })))
      expect(good(receipts[0]!)).toEqual(good(receipts[1]!))
      for (let round = 0; round < rounds; round += 1) await sendToBoth(draft.clientKey, await noisyPicture())

      const rows = await db.query<{ id: string; file: string; name: string; bytes: number }>(
        `select t.id::text, f.id::text as file, f.name, f.received as bytes
       from tips t join tip_files f on f.owner_hash = t.client_key_hash where f.state = 'stored'`,
      )
      expect(rows).toHaveLength(rounds)
      for (const { name: _, bytes, ...params } of rows) {
        const [first, second] = await Promise.all(servers.map((server) => openAsOfficer(server, params)))
        expect(first!.length).toBe(bytes)
        expect(second!.equals(first!)).toBe(true)
      }
      const names = rows.map(({ name }) => name).sort()
      expect((await readdir(evidence())).sort()).toEqual(names)
      const later = new Date(Date.now() + 2 * day)
      const periods = { unfinishedDays: 1, withoutTipDays: 1 }
      expect(await sweepFiles(db, new EvidenceFolder(evidence()), periods, later)).toEqual(new Map())
      expect(await db.query('select from tip_file_parts')).toEqual([])
    },
  )
})
