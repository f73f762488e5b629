import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openDatabase } from './db/open-database.ts'
import { tipDraft } from './testing/builders.ts'
import { dumpDatabase } from './testing/dump-database.ts'
import { phonePicture } from './testing/pictures.ts'
import { makePlace, type Place, startFileServer } from './tips/file-servers.fixture.ts'
import { blobOf, good, sendFile } from './tips/tip-files.fixture.ts'

// Several processes start one after another.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const root = join(import.meta.dirname, '..')
const longAgo = '2024-01-10T03:04:05Z'
const secret = 'Chiếc xe màu xanh trước cổng'

let place: Place
let picture: Buffer
let codes: string[]
beforeAll(async () => {
  place = await makePlace()
  picture = await phonePicture()
  codes = [...(await fill(longAgo, 2)), ...(await fill(new Date().toISOString(), 1))]
})
afterAll(() => place.remove())

/** Tips with a picture each, a picture whose tip never came and one that was sent half. */
async function fill(day: string, tips: number): Promise<string[]> {
  const server = await startFileServer(place, day)
  const received: string[] = []
  for (let at = 0; at < tips; at += 1) {
    const draft = tipDraft({ text: `${secret} ${at}` })
    received.push(good(await server.client.tips.send({ body: draft })).code)
    expect(await sendFile(server, draft, picture)).toMatchObject({ state: 'stored' })
  }
  const keys = { clientKey: randomUUID(), fileKey: randomUUID() }
  expect(await sendFile(server, { clientKey: keys.clientKey }, picture)).toMatchObject({ state: 'stored' })
  const { token } = good(await server.client.tipFiles.start({ body: { ...keys, size: 9_000 } }))
  const query = { token: token!, offset: '0' }
  good(await server.client.tipFiles.part({ query, body: blobOf(picture.subarray(0, 1_000)) }))
  await server.kill()
  return received
}

/** What `npm run tips:retention` starts, and everything that it says. */
async function run(...args: string[]): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', 'server/tips.command.ts', ...args],
    {
      cwd: root,
      env: {
        PATH: process.env['PATH'],
        DATA_DIR: place.dataDir,
        ...(place.url && { DATABASE_URL: place.url }),
      },
    },
  )
  return stdout + stderr
}

async function kept() {
  const { dataDir, url } = place
  const db = await openDatabase({ dataDir, databaseUrl: url || undefined, log: () => undefined })
  const names = await db.query<{ name: string }>(
    'select name from tip_files where name is not null union all select name from tip_file_parts',
  )
  const [count] = await db.query<{ tips: number; files: number; removals: number }>(
    `select (select count(*)::int from tips) as tips, (select count(*)::int from tip_files) as files,
       (select count(*)::int from tip_removals) as removals`,
  )
  const dump = await dumpDatabase(db)
  await db.close()
  const folder = await readdir(join(dataDir, 'evidence'))
  return { ...count, names: names.map(({ name }) => name).sort(), folder: folder.sort(), dump }
}

test('the command says what would go, then removes rows and files together, and tells no content', async () => {
  const before = await kept()
  expect(before).toMatchObject({ tips: 3, files: 7, removals: 0 })
  expect(before.folder).toEqual(before.names)
  const announced = await run('--dry-run')
  expect(announced).toContain('Would remove tips: received 2\n')
  expect(announced).toMatch(
    /Would remove files of no tip: (unfinished 1, withoutTip 1|withoutTip 1, unfinished 1)\n/,
  )
  expect(await kept()).toEqual(before)

  const done = await run()
  expect(done).toContain('Removed tips: received 2\n')
  expect(done).toMatch(/Removed files of no tip: (unfinished 1, withoutTip 1|withoutTip 1, unfinished 1)\n/)
  const after = await kept()
  // A tip with its picture, a picture whose tip may still come, and one that may still become whole.
  expect(after).toMatchObject({ tips: 1, files: 3, removals: 2 })
  expect(after.folder).toEqual(after.names)
  expect(after.folder).toHaveLength(3)
  expect(before.names).toEqual(expect.arrayContaining(after.names))

  const [first, second, recent] = codes.map((code) => code.slice(0, 5))
  expect([first, second, recent].map((code) => after.dump.includes(code!))).toEqual([false, false, true])
  for (const said of [announced, done])
    for (const content of [secret, ...before.names, ...codes.map((code) => code.slice(0, 5))])
      expect(said).not.toContain(content)
  expect(await run()).toContain('Removed tips: none\n')
})
