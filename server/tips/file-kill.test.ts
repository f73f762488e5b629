import { randomInt, randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TipFileProgress } from '#contract/tip-files.ts'
import { openDatabase } from '../db/open-database.ts'
import { tipDraft } from '../testing/builders.ts'
import { noisyPicture } from '../testing/pictures.ts'
import { type FileServer, makePlace, type Place, startFileServer } from './file-servers.fixture.ts'
import { blobOf } from './tip-files.fixture.ts'

const pictures = 3
const kills = 3
const partLength = 30_000

let place: Place
let server: FileServer
beforeAll(async () => {
  place = await makePlace()
  server = await startFileServer(place)
})
afterAll(async () => {
  await server.kill()
  await place.remove()
})

interface Sending {
  clientKey: string
  fileKey: string
  bytes: Buffer
  /** What the server said it has. */
  acknowledged: number
}

/** Sends until the file has ended or the server dies. It never says less than it said before. */
async function send(sending: Sending): Promise<TipFileProgress['state'] | 'gone'> {
  const { clientKey, fileKey, bytes } = sending
  const { client } = server
  const started = await client.tipFiles.start({ body: { clientKey, fileKey, size: bytes.length } })
  if (!started.ok) return 'gone'
  let progress: TipFileProgress = started.data
  while (progress.state === 'arriving') {
    expect(progress.received).toBeGreaterThanOrEqual(sending.acknowledged)
    sending.acknowledged = progress.received
    const query = { token: started.data.token ?? 'none', offset: String(progress.received) }
    const body = blobOf(bytes.subarray(progress.received, progress.received + partLength))
    const next = await client.tipFiles.part({ query, body })
    if (!next.ok) return 'gone'
    progress = next.data
  }
  return progress.state
}

test(
  'killed again and again, the server loses no byte that it acknowledged and keeps each file once',
  { timeout: 400_000 },
  async () => {
    const draft = tipDraft()
    expect(await server.client.tips.send({ body: draft })).toMatchObject({ ok: true })
    const { clientKey } = draft
    const sendings: Sending[] = []
    for (let at = 0; at < pictures; at += 1)
      sendings.push({ clientKey, fileKey: randomUUID(), bytes: await noisyPicture(), acknowledged: 0 })
    for (let kill = 0; kill < kills; kill += 1) {
      const timer = setTimeout(() => void server.kill(), randomInt(20, 500))
      await Promise.all(sendings.map(send))
      clearTimeout(timer)
      await server.kill()
      server = await startFileServer(place)
    }
    for (const sending of sendings) expect(await send(sending)).toBe('stored')
    await server.kill()

    const { dataDir, url } = place
    const db = await openDatabase({ dataDir, databaseUrl: url || undefined, log: () => undefined })
    const rows = await db.query<{ name: string; state: string }>('select name, state from tip_files')
    const parts = await db.query('select from tip_file_parts')
    await db.close()
    expect(rows.map(({ state }) => state)).toEqual(Array.from({ length: pictures }, () => 'stored'))
    expect(parts).toEqual([])
    // What a kill left between disk and database is swept; everything that a row leads to is there.
    const files = new Set(await readdir(join(dataDir, 'evidence')))
    expect(rows.filter(({ name }) => !files.has(name))).toEqual([])
  },
)
