import { readdir } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { tipDraft } from '../testing/builders.ts'
import { phonePicture } from '../testing/pictures.ts'
import { startTestServer } from '../testing/start-test-server.ts'
import { EvidenceFolder } from '../evidence/evidence-folder.ts'
import { removeNightly } from './remove-nightly.ts'
import { good, sendFile } from './tip-files.fixture.ts'

const received = new Date('2024-01-10T03:04:05Z')
let now = received
let server: Awaited<ReturnType<typeof startTestServer>>
beforeAll(async () => {
  server = await startTestServer({ clock: () => now })
})
afterEach(() => {
  now = received
  vi.useRealTimers()
})
afterAll(() => server.close())

const tips = { received: 24, answered: 24, passedOn: null, notEnoughInformation: 12, wave: 3 }
const periods = { tips, files: { unfinishedDays: 3, withoutTipDays: 2 } }
const left = async () => [
  (await server.db.query('select from tips')).length,
  (await readdir(server.evidenceDir)).length,
]

const startNights = (lines: string[]) =>
  removeNightly({
    db: server.db,
    evidence: new EvidenceFolder(server.evidenceDir),
    periods,
    clock: () => now,
    log: (line) => lines.push(line),
  })

test('tips go at night, with their files and lines that hold no word of them', async () => {
  const draft = tipDraft()
  const { publicCode } = good(await server.client.tips.send({ body: draft }))
  await sendFile(server, { clientKey: draft.clientKey }, await phonePicture({ width: 60, height: 40 }))
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const lines: string[] = []
  // 02:59 in Viet Nam.
  now = new Date('2026-02-01T19:59:00Z')
  const timer = startNights(lines)
  expect(await left()).toEqual([1, 1])
  now = new Date('2026-02-01T20:59:00Z')
  await vi.advanceTimersByTimeAsync(3_600_000)
  await expect.poll(() => lines).toEqual(['Removed tips: received 1', 'Removed files of no tip: none'])
  expect(await left()).toEqual([0, 0])
  expect(lines.join()).not.toContain(publicCode)
  clearInterval(timer)
})

test('a night that fails is told and does not end the server', async () => {
  const lines: string[] = []
  now = new Date('2026-02-01T20:00:00Z')
  const query = vi.spyOn(server.db, 'query').mockRejectedValue(new Error('the database is gone'))
  const timer = startNights(lines)
  await expect.poll(() => lines).toEqual(['Removing tips failed: the database is gone'])
  query.mockRestore()
  clearInterval(timer)
})
