import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { type AddressInfo, connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { api } from '#contract/api.ts'
import { tools } from '#contract/tools.ts'
import { createClient } from '#contract/client.ts'
import type { Result } from '#contract/error.ts'
import type { TipDraft, TipReceipt } from '#contract/tips.ts'
import { tipDraft } from './testing/builders.ts'

const root = join(import.meta.dirname, '..')
const stack = /\n +at /
// Starting takes seconds, and much longer while everything else is tested at the same time.
vi.setConfig({ testTimeout: 180_000 })

let dataDir: string
let receipts: Result<TipReceipt>[]
const running = new Set<Started>()
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'portal-data-'))
})
afterEach(async () => {
  await Promise.all([...running].map(({ stop }) => stop('SIGKILL')))
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

interface Started {
  process: ChildProcess
  output: () => string
  ended: Promise<number | null>
  stop: (signal: NodeJS.Signals) => Promise<number | null>
}

/** Starts the server the way `npm start` does, with nothing in the environment but this. */
function start(env: Record<string, string>): Started {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    cwd: root,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], PORT: '0', DATA_DIR: dataDir, ...env },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (output += part.toString()))
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const started = {
    process: child,
    output: () => output,
    ended,
    stop: (signal: NodeJS.Signals) => {
      child.kill(signal)
      return ended
    },
  }
  running.add(started)
  void ended.then(() => running.delete(started))
  return started
}

/** The address it listens on, once it says so. */
async function listening(started: Started): Promise<string> {
  for (;;) {
    const address = /API +(http:\S+)\/api\/openapi\.json/.exec(started.output())?.[1]
    if (address) return address
    if (started.process.exitCode !== null) throw new Error(`It ended instead:\n${started.output()}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const clientOf = (origin: string) => createClient({ ...api, ...tools }, { origin, retryAfter: [] })
const send = async (client: ReturnType<typeof clientOf>, drafts: readonly TipDraft[]) => {
  const receipts = await Promise.all(drafts.map((body) => client.tips.send({ body })))
  expect(receipts.filter(({ ok }) => !ok)).toEqual([])
  return receipts
}

test('production without keys refuses to start and names what is missing', async () => {
  const refused = start({ NODE_ENV: 'production' })
  expect(await refused.ended).toBe(1)
  expect(refused.output()).toContain('PORTAL_KEY is missing.')
  expect(refused.output()).toContain('PORTAL_IDENTITY_KEY is missing.')
  expect(refused.output()).not.toMatch(stack)
})

// The tests below are one life of one data folder: each begins where the one before ended.
const drafts = Array.from({ length: 5 }, () => tipDraft())

test('it starts with nothing but Node, and what it prints is true', async () => {
  const started = start({ DEMO: 'on' })
  const address = await listening(started)
  const client = clientOf(address)
  const rows = Array.from(
    started.output().matchAll(/^ {4}([A-Z0-9./-]{6,}) +(\d{4}|\d{6}) +([a-z_]+) +(\w{27})$/gm),
  )
  expect(rows.length).toBeGreaterThan(3)
  for (const [, code, factor, status, secret] of rows) {
    const found = await client.applications.lookup({ body: { code: code!, factor: factor! } })
    expect(found).toMatchObject({ ok: true, data: { status, demo: true } })
    const scanned = await client.slip.open({ body: { secret: secret! } })
    expect(scanned).toMatchObject({ ok: true, data: { status, demo: true } })
  }
  const page = await client.news.list()
  const [cover] = page.ok ? page.data.articles.flatMap(({ cover }) => cover?.variants ?? []) : []
  const picture = await fetch(address + cover?.url)
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, cover?.type])
  expect(await client.unit.get()).toMatchObject({ ok: true, data: { demo: true } })
  expect(new Set(await readdir(join(dataDir, 'keys')))).toEqual(new Set(['identity.key', 'portal.key']))

  const second = start({})
  expect(await second.ended).toBe(1)
  expect(second.output()).toMatch(/\bin use\b|\banother\b/i)
  expect(second.output()).not.toMatch(stack)

  receipts = await send(client, drafts.slice(0, 2))
  const stuck = connect(Number(new URL(address).port), '127.0.0.1', () =>
    stuck.write('POST /api/tips HTTP/1.1\r\nHost: a\r\nContent-Length: 99\r\n'),
  )
  stuck.on('error', () => undefined)
  const asked = Date.now()
  expect(await started.stop('SIGINT')).toBe(0)
  // Half a request did not keep it.
  expect(Date.now() - asked).toBeLessThan(15_000)
  expect(started.output()).toContain('Closed.')
  expect(started.output()).not.toMatch(/Warning|Deprecat/)
})

test('the next start still knows what it was told, and shows nothing invented when DEMO is off', async () => {
  const started = start({ DEMO: 'off' })
  const client = clientOf(await listening(started))
  expect(await send(client, drafts.slice(0, 2))).toEqual(receipts)
  expect(started.output()).not.toContain('Demonstration')
  expect(await client.unit.get()).toMatchObject({ ok: true, data: { demo: false } })
  expect(await client.news.list()).toEqual({ ok: true, data: { articles: [] } })
  receipts = await send(client, drafts)
  await started.stop('SIGKILL')
})

test('after a kill everything acknowledged is there, once', async () => {
  const started = start({ DEMO: 'off' })
  const client = clientOf(await listening(started))
  expect(await send(client, drafts)).toEqual(receipts)
  expect(await started.stop('SIGTERM')).toBe(0)
})

test('a port that is taken ends in a sentence', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const refused = start({ PORT: String(port), DEMO: 'off' })
  expect(await refused.ended).toBe(1)
  expect(refused.output()).toContain('EADDRINUSE')
  expect(refused.output()).not.toMatch(stack)
  other.close()
})
