import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { cleaningProcesses, isRunning, workOf } from '../testing/cleaning-processes.ts'
import { documentOfDots } from '../testing/documents.ts'
import { phonePicture } from '../testing/pictures.ts'
import { type FileServer, makePlace, type Place, startFileServer } from './file-servers.fixture.ts'
import { sendFile } from './tip-files.fixture.ts'

let place: Place
let server: FileServer
beforeEach(async () => {
  place = await makePlace()
  server = await startFileServer(place)
})
afterEach(async () => {
  await server.kill()
  await place.remove()
})

const send = (bytes: Buffer) => sendFile(server, { clientKey: randomUUID() }, bytes)
const gone = (pid: number) => vi.waitUntil(() => !isRunning(pid), { timeout: 20_000 })

test('an idle process ends when its server is killed', { timeout: 60_000 }, async () => {
  expect(await send(await phonePicture())).toMatchObject({ state: 'stored' })
  const [pid] = cleaningProcesses(server.pid)
  expect(isRunning(pid!)).toBe(true)
  await server.kill()
  await gone(pid!)
})

test(
  'a process that is held by its decoder ends when its server is killed',
  { timeout: 60_000 },
  async () => {
    // It would take minutes, and nothing else has a turn meanwhile.
    const sending = send(documentOfDots(40_000, 100)).catch(() => undefined)
    const isHeld = (pid: number) => workOf(pid) > 4
    const pid = await vi.waitUntil(() => cleaningProcesses(server.pid).find(isHeld), { timeout: 40_000 })
    await server.kill()
    await gone(pid)
    await sending
  },
)
