import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '../db/database.ts'
import { dumpDatabase } from '../testing/dump-database.ts'
import { startTestServer } from '../testing/start-test-server.ts'
import { createOaTokensClient } from '../zalo/oa-tokens-client.ts'
import { type StandIn, startStandIn } from '../zalo/stand-in/start-stand-in.ts'
import { createOaConnection } from './oa-connection.ts'
import { zaloConfig } from './telling.fixture.ts'

const hour = 3_600_000
let server: Awaited<ReturnType<typeof startTestServer>>
let zalo: StandIn
let now: Date
const said: string[] = []

beforeAll(async () => void (server = await startTestServer()))
beforeEach(async () => {
  zalo = await startStandIn()
  now = new Date()
  said.length = 0
})
afterEach(async () => {
  await server.empty()
  await zalo.close()
})
afterAll(() => server.close())

interface Options {
  seed?: string
  db?: Database
  timeoutMs?: number
}

function connection({ seed = 'oa-refresh-0', db = server.db, timeoutMs = 8_000 }: Options = {}) {
  return createOaConnection({
    db,
    keys: server.keys,
    seed,
    tokens: createOaTokensClient(zaloConfig(zalo.url, timeoutMs)),
    clock: () => now,
    log: (message) => said.push(message),
  })
}
const pass = (ms: number) => (now = new Date(now.getTime() + ms))
const ready = (token: string) => ({ kind: 'ready', token })
const wait = (why: string) => ({ kind: 'wait', why })

test('the token an administrator gave is exchanged once and then used until its life nears its end', async () => {
  expect(await connection().access()).toEqual(ready('oa-access-1'))
  pass(22 * hour)
  expect(await connection().access()).toEqual(ready('oa-access-1'))
  pass(hour)
  expect(await connection().access()).toEqual(ready('oa-access-2'))
  expect(zalo.state.oa.turn).toBe(2)
})

test('many workers at once hand the refresh token in once', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => connection().access()))
  expect(zalo.state.oa.turn).toBe(1)
  for (const answer of answers) expect([ready('oa-access-1'), wait('busy')]).toContainEqual(answer)
  expect(await connection().access()).toEqual(ready('oa-access-1'))
})

test('no token lies readable in the database', async () => {
  await connection().access()
  const dump = (await dumpDatabase(server.db)).toString('latin1')
  expect(dump).not.toMatch(/oa-access|oa-refresh/)
})

test('while the token is still good, a failing renewal stops nobody', async () => {
  await connection().access()
  pass(23 * hour)
  zalo.state.faults.token.push('outage')
  expect(await connection().access()).toEqual(ready('oa-access-1'))
  expect(await connection().access()).toEqual(ready('oa-access-2'))
})

test('Zalo that cannot be reached uses up nothing', async () => {
  await zalo.close()
  expect(await connection().access()).toEqual(wait('not-reached'))
  expect(await server.db.query('select in_doubt as doubt from oa_connection')).toEqual([{ doubt: false }])
})

test('a stop before Zalo got the token heals by itself', async () => {
  zalo.state.faults.token.push('silence')
  expect(await connection({ timeoutMs: 700 }).access()).toEqual(wait('unanswered'))
  expect(await connection().access()).toEqual(ready('oa-access-1'))
  expect(said).toEqual([])
})

test('a stop after Zalo used the token up is told in words, and the old access token serves to its end', async () => {
  await connection().access()
  pass(23 * hour)
  zalo.state.faults.token.push('reset-after')
  const old = zalo.state.oa.accessToken
  expect(await connection().access()).toEqual(ready(old))
  expect(await connection().access()).toEqual(ready(old))
  expect(said).toEqual([expect.stringMatching(/answer was never stored.*consents again: npm run outbox/)])
  pass(3 * hour)
  expect(await connection().access()).toEqual(wait('connection'))
  // The same seed in the environment is no new consent.
  expect(await connection().access()).toEqual(wait('connection'))
  expect(zalo.state.oa.turn).toBe(2)
})

test('a refresh token that was withdrawn is told in other words', async () => {
  zalo.state.oa.refreshToken = 'another'
  expect(await connection().access()).toEqual(wait('connection'))
  expect(said).toEqual([expect.stringContaining('the consent was withdrawn')])
})

test('a new consent starts anew', async () => {
  zalo.state.oa.refreshToken = 'given-today'
  await connection().access()
  expect(await connection({ seed: 'given-today' }).access()).toEqual(ready('oa-access-1'))
})

test('a process that died with the lock holds it for half a minute only', async () => {
  zalo.state.faults.token.push('silence')
  const dying = connection({ timeoutMs: 4_000 }).access()
  await expect.poll(() => zalo.state.faults.token.length).toBe(0)
  expect(await connection().access()).toEqual(wait('busy'))
  pass(31_000)
  expect(await connection().access()).toEqual(ready('oa-access-1'))
  await dying
})

test('a new pair that cannot be stored at once is stored later, and the operator is told not to stop', async () => {
  let broken = 2
  const db: Database = {
    ...server.db,
    kind: server.db.kind,
    tx: (work) => server.db.tx(work),
    close: async () => undefined,
    query: (text, params) => {
      if (text.includes('set sealed_refresh') && (broken -= 1) >= 0)
        throw new Error('no room left on the disk')
      return server.db.query(text, params)
    },
  }
  expect(await connection({ db }).access()).toEqual(ready('oa-access-1'))
  expect(said).toHaveLength(2)
  expect(said[0]).toContain('do not stop')
  expect(await connection().access()).toEqual(ready('oa-access-1'))
})
