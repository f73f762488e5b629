import { randomUUID } from 'node:crypto'
import { readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { EvidenceFolder } from '../evidence/evidence-folder.ts'
import { rotateKeys } from '../keys/rotate-keys.ts'
import { createVaults } from '../keys/unlock.ts'
import { SealedFiles } from '../evidence/sealed-files.ts'
import { tipDraft } from '../testing/builders.ts'
import { phonePicture } from '../testing/pictures.ts'
import { startTestServer } from '../testing/start-test-server.ts'
import { contextOf } from './sealing.ts'
import { applyRetention } from './retention.ts'
import { filesRemover, findSweepable, sweepFiles } from './sweep-files.ts'
import { blobOf, good, sendFile } from './tip-files.fixture.ts'

const start = new Date('2026-01-10T03:04:05Z')
let now = start
let server: Awaited<ReturnType<typeof startTestServer>>
let folder: EvidenceFolder
let picture: Buffer
beforeAll(async () => {
  server = await startTestServer({ clock: () => now })
  folder = new EvidenceFolder(server.evidenceDir)
  picture = await phonePicture()
})
afterEach(async () => {
  now = start
  await server.empty()
})
afterAll(() => server.close())

const periods = { received: 24, answered: 24, passedOn: null, notEnoughInformation: 12, wave: 3 }
const filePeriods = { unfinishedDays: 3, withoutTipDays: 2 }
const after = (days: number) => new Date(start.getTime() + days * 24 * 3_600_000)
const sweep = (at: Date) => sweepFiles(server.db, folder, filePeriods, at)
const files = () => readdir(server.evidenceDir)
const rows = async () => (await server.db.query('select id from tip_files')).length
async function sent() {
  const draft = tipDraft()
  const { code } = good(await server.client.tips.send({ body: draft }))
  return { code, clientKey: draft.clientKey }
}
async function halfSent(clientKey: string) {
  const body = { clientKey, fileKey: randomUUID(), size: picture.length }
  const { token } = good(await server.client.tipFiles.start({ body }))
  const part = blobOf(picture.subarray(0, 100))
  good(await server.client.tipFiles.part({ query: { token: token!, offset: '0' }, body: part }))
}

test('half of a file goes after three days, a whole one whose tip did not come after two', async () => {
  const { clientKey } = await sent()
  await sendFile(server, { clientKey }, picture)
  await halfSent(clientKey)
  await sendFile(server, { clientKey: randomUUID() }, picture)
  expect(await sweep(after(1.9))).toEqual(new Map())
  expect((await findSweepable(server.db, filePeriods, after(2.1))).map(({ rule }) => rule)).toEqual([
    'withoutTip',
  ])
  expect(await rows()).toBe(3)
  expect(await sweep(after(2.1))).toEqual(new Map([['withoutTip', 1]]))
  expect([await rows(), (await files()).length]).toEqual([2, 2])
  expect(await sweep(after(3.1))).toEqual(new Map([['unfinished', 1]]))
  expect([await rows(), (await files()).length]).toEqual([1, 1])
  expect(await sweep(after(400))).toEqual(new Map())
})

test('what lies in the folder without a row goes after a day, a draft of a killed process too', async () => {
  await sent().then(({ clientKey }) => sendFile(server, { clientKey }, picture))
  for (const name of ['a'.repeat(32), `${'b'.repeat(32)}.77.part`]) {
    await writeFile(join(server.evidenceDir, name), 'x')
    await utimes(join(server.evidenceDir, name), start, start)
  }
  expect(await sweep(after(0.9))).toEqual(new Map())
  expect(await sweep(after(1.1))).toEqual(new Map([['stray', 2]]))
  expect(await files()).toHaveLength(1)
})

test('the hash of a token that has ended is forgotten', async () => {
  await halfSent(randomUUID())
  await sweep(after(0.1))
  expect(await server.db.query('select token_hash as hash from tip_files')).toEqual([{ hash: null }])
})

test('with a tip its files go, from the folder and from the database, also in a second try', async () => {
  const { clientKey, code } = await sent()
  await sendFile(server, { clientKey }, picture)
  await halfSent(clientKey)
  const other = await sent()
  await sendFile(server, { clientKey: other.clientKey }, picture)
  await server.db.query(
    "insert into tip_entries (tip_id, kind, at) select max(id), 'passed-on', $1 from tips",
    [start],
  )
  await expect(server.db.query('delete from tip_files')).rejects.toThrow('append-only')
  await expect(server.db.query("update tip_files set name = 'x' where state = 'stored'")).rejects.toThrow(
    'append-only',
  )
  const remove = filesRemover(server.db, folder)
  const failing = applyRetention(server.db, periods, {
    now: after(1000),
    removeFiles: async (tips) => {
      await remove(tips)
      throw new Error('killed')
    },
  })
  await expect(failing).rejects.toThrow('killed')
  expect([await rows(), (await files()).length]).toEqual([3, 1])
  await applyRetention(server.db, periods, { now: after(1000), removeFiles: remove })
  expect([await rows(), (await files()).length]).toEqual([1, 1])
  expect(await server.client.tips.open({ body: { code } })).toMatchObject({ error: { code: 'not-found' } })
})

test('a whole file that a killed process left is cleaned by the next round', async () => {
  const { clientKey, code } = await sent()
  await halfSent(clientKey)
  const context = contextOf.part(1, 100)
  const sealed = new SealedFiles(server.evidenceDir, server.vaults.content)
  const name = await sealed.put(picture.subarray(100), context, now)
  await server.db.query('update tip_files set received = size')
  await server.db.query('insert into tip_file_parts values (1, 100, $1)', [name])
  now = after(0.01)
  await server.app.tendFiles()
  expect(good(await server.client.tips.open({ body: { code } })).fileCount).toBe(1)
  expect(await files()).toHaveLength(1)
})

test('a whole file that cannot be ended holds up neither the next one nor the sweeping', async () => {
  const { clientKey, code } = await sent()
  for (let at = 0; at < 2; at += 1) await halfSent(clientKey)
  // The first 100 bytes are a picture that breaks off; those of the first file have been lost with the disk.
  await server.db.query('update tip_files set received = 100, size = 100')
  const [lost] = await server.db.query<{ name: string }>('select name from tip_file_parts order by file_id')
  await folder.remove([lost!.name])
  now = after(0.01)
  await expect(server.app.tendFiles()).rejects.toThrow('ENOENT')
  const states = () => server.db.query('select state, refusal from tip_files order by id')
  expect(await states()).toEqual([
    { state: 'arriving', refusal: null },
    { state: 'refused', refusal: 'broken' },
  ])
  now = after(3.1)
  await expect(server.app.tendFiles()).rejects.toThrow('ENOENT')
  expect(await states()).toEqual([])
  await server.app.tendFiles()
  expect(good(await server.client.tips.open({ body: { code } })).fileCount).toBe(0)
})

test('after a change of keys what was kept opens with the new ones alone', async () => {
  // A month in which nothing was sealed yet: the keys of this one went with the rows of other tests.
  now = new Date('2026-07-10T03:04:05Z')
  await sendFile(server, { clientKey: randomUUID() }, picture)
  const [row] = await server.db.query<{ id: number; name: string }>('select id, name from tip_files')
  const next = { portal: Buffer.alloc(32, 5), identity: Buffer.alloc(32, 6) }
  const old = { oldPortal: Buffer.alloc(32, 1), oldIdentity: Buffer.alloc(32, 2) }
  await rotateKeys(server.db, { ...next, ...old })
  const vaults = createVaults(server.db, next, server.keys)
  const opened = await new SealedFiles(server.evidenceDir, vaults.content).get(
    row!.name,
    contextOf.file(row!.id),
  )
  expect(opened.subarray(0, 3).toString('hex')).toBe('ffd8ff')
})
