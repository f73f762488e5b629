import { randomInt, randomUUID } from 'node:crypto'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openDatabase } from '../db/open-database.ts'
import { deriveKeys } from '../keys/keys.ts'
import { addApplication } from '../testing/builders.ts'
import { type DataFolder, makeDataFolder } from '../testing/data-folder.ts'
import { databaseUrl, onServer } from '../testing/server-databases.ts'
import type { FaultPlace } from '../zalo/stand-in/state.ts'
import { type StandIn, startStandIn } from '../zalo/stand-in/start-stand-in.ts'
import { addWish, appendStep, laterMorning } from './telling.fixture.ts'

const people = 12
const kills = 8
const seed = Number(process.env['KILL_SEED'] ?? randomInt(1_000_000))
const keys = deriveKeys(Buffer.alloc(32, 1), Buffer.alloc(32, 2))
const later = laterMorning().getTime() - Date.now()

let folder: DataFolder | undefined
let url = ''
let zalo: StandIn
beforeAll(async () => {
  zalo = await startStandIn()
  const source = inject('testDatabase')
  if (source.kind === 'embedded') {
    folder = await makeDataFolder()
    return
  }
  const name = `portal_test_${randomUUID().replaceAll('-', '')}`
  await onServer(source.url, `create database ${name} template ${source.template}`)
  url = databaseUrl(source.url, name)
})
afterAll(async () => {
  await zalo.close()
  folder?.remove()
  const source = inject('testDatabase')
  if (source.kind === 'server') await onServer(source.url, `drop database ${new URL(url).pathname.slice(1)}`)
})

const open = () =>
  openDatabase({ dataDir: folder?.path ?? '', databaseUrl: url || undefined, log: () => undefined })

/** The same numbers for the same seed. */
function numbersFrom(start: number): (below: number) => number {
  let state = start
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** Pulls the plug at a moment that chance has chosen: as a request arrives, is done, is answered, or a little later. */
function killAt(child: ChildProcess, number: (below: number) => number): void {
  const place: FaultPlace = (['send', 'send', 'status', 'token'] as const)[number(4)]!
  const moment = (['arrived', 'done', 'answered'] as const)[number(3)]!
  const delay = number(3) === 0 ? number(30) : 0
  let count = number(4)
  zalo.state.onMoment = (now, at) => {
    if (now !== moment || (at !== place && count < 3)) return
    count -= 1
    if (count >= 0) return
    if (delay) setTimeout(() => child.kill('SIGKILL'), delay)
    else child.kill('SIGKILL')
  }
}

async function runWorker(refreshToken: string, onStart: (child: ChildProcess) => void): Promise<string> {
  const file = join(import.meta.dirname, 'outbox-worker.fixture.ts')
  const args = ['--import', 'tsx', file, folder?.path ?? '', url, zalo.url, refreshToken, String(later)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let printed = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text
    // Without a new consent it would wait for ever.
    if (printed.includes('consents again')) child.kill('SIGKILL')
  })
  onStart(child)
  await once(child, 'close')
  zalo.state.onMoment = () => undefined
  return printed
}

test(
  `killed at chance moments (KILL_SEED=${seed}), the worker tells everybody exactly once`,
  { timeout: 240_000 },
  async () => {
    const db = await open()
    await addApplication(db, keys)
    for (let user = 0; user < people; user += 1) await addWish(db, keys, String(700 + user))
    await appendStep(db, 'ready')
    await db.close()

    const number = numbersFrom(seed)
    let refreshToken = 'oa-refresh-0'
    let printed = ''
    for (let run = 0; run < kills && !printed.includes('all told'); run += 1) {
      printed = await runWorker(refreshToken, (child) => killAt(child, number))
      if (printed.includes('consents again')) refreshToken = zalo.state.oa.refreshToken
    }
    // At most one consent more is needed: the last kill may have come between rotation and storing.
    for (let run = 0; run < 2 && !printed.includes('all told'); run += 1) {
      printed = await runWorker(refreshToken, () => undefined)
      if (printed.includes('consents again')) refreshToken = zalo.state.oa.refreshToken
    }
    expect(printed).toContain('all told')
    const expected = Array.from({ length: people }, (_, index) => String(700 + index))
    expect(zalo.state.sent.map(({ to }) => to).sort()).toEqual(expected)
  },
)
