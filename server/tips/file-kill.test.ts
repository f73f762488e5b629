import { randomInt, randomUUID } from 'node:crypto'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { createClient } from '#contract/client.ts'
import type { TipFileProgress } from '#contract/tip-files.ts'
import { tools } from '#contract/tools.ts'
import { openDatabase } from '../db/open-database.ts'
import { tipDraft } from '../testing/builders.ts'
import { makeDataFolder } from '../testing/data-folder.ts'
import { databaseUrl, onServer } from '../testing/server-databases.ts'
import { blobOf } from './tip-files.fixture.ts'

const pictures = 3
const kills = 3
const partLength = 30_000

let dataDir: string
let url = ''
let child: ChildProcess
/** Waited for from the start on: it may have ended long before somebody asks. */
let closed: Promise<unknown>
let origin = ''
beforeAll(async () => {
  const source = inject('testDatabase')
  if (source.kind === 'embedded') {
    dataDir = (await makeDataFolder()).path
    return
  }
  dataDir = mkdtempSync(join(tmpdir(), 'portal-kill-'))
  const name = `portal_test_${randomUUID().replaceAll('-', '')}`
  await onServer(source.url, `create database ${name} template ${source.template}`)
  url = databaseUrl(source.url, name)
})
afterAll(async () => {
  child?.kill('SIGKILL')
  rmSync(dataDir, { recursive: true, force: true })
  const source = inject('testDatabase')
  if (source.kind === 'server')
    await onServer(source.url, `drop database ${new URL(url).pathname.slice(1)} with (force)`)
})

async function startServer(): Promise<void> {
  const file = join(import.meta.dirname, 'file-server.fixture.ts')
  const args = ['--import', 'tsx', file, dataDir, url]
  child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  closed = once(child, 'close')
  const [port] = (await once(child.stdout!, 'data')) as [Buffer]
  origin = `http://127.0.0.1:${port.toString().trim()}`
}
const client = () => createClient(tools, { origin, retryAfter: [] })

async function noisyPicture(): Promise<Buffer> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 50 }
  const create = { width: 500, height: 400, channels: 3 as const, background: '#888888', noise }
  return sharp({ create }).jpeg({ quality: 90 }).toBuffer()
}

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
  const started = await client().tipFiles.start({ body: { clientKey, fileKey, size: bytes.length } })
  if (!started.ok) return 'gone'
  let progress: TipFileProgress = started.data
  while (progress.state === 'arriving') {
    expect(progress.received).toBeGreaterThanOrEqual(sending.acknowledged)
    sending.acknowledged = progress.received
    const query = { token: started.data.token ?? 'none', offset: String(progress.received) }
    const body = blobOf(bytes.subarray(progress.received, progress.received + partLength))
    const next = await client().tipFiles.part({ query, body })
    if (!next.ok) return 'gone'
    progress = next.data
  }
  return progress.state
}

test(
  'killed again and again, the server loses no byte that it acknowledged and keeps each file once',
  { timeout: 400_000 },
  async () => {
    await startServer()
    const draft = tipDraft()
    expect(await client().tips.send({ body: draft })).toMatchObject({ ok: true })
    const { clientKey } = draft
    const sendings: Sending[] = []
    for (let at = 0; at < pictures; at += 1)
      sendings.push({ clientKey, fileKey: randomUUID(), bytes: await noisyPicture(), acknowledged: 0 })
    for (let kill = 0; kill < kills; kill += 1) {
      const timer = setTimeout(() => child.kill('SIGKILL'), randomInt(20, 500))
      await Promise.all(sendings.map(send))
      clearTimeout(timer)
      child.kill('SIGKILL')
      await closed
      await startServer()
    }
    for (const sending of sendings) expect(await send(sending)).toBe('stored')
    child.kill('SIGKILL')
    await closed

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
