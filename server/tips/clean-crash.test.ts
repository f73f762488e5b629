import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { tipDraft } from '../testing/builders.ts'
import { cleaningProcesses, environmentOf, isRunning } from '../testing/cleaning-processes.ts'
import { phonePicture } from '../testing/pictures.ts'
import { startTestServer } from '../testing/start-test-server.ts'
import { blobOf, good, sendFile, type TestServer } from './tip-files.fixture.ts'

let server: TestServer
let owner: { clientKey: string }
let picture: Buffer
beforeAll(async () => {
  server = await startTestServer()
  picture = await phonePicture()
})
beforeEach(async () => {
  owner = { clientKey: randomUUID() }
  good(await server.client.tips.send({ body: tipDraft(owner) }))
})
afterEach(() => server.empty())
afterAll(() => server.close())

/** Processes begin slowly where much else runs. */
vi.setConfig({ testTimeout: 60_000 })

const send = (fileKey: string = randomUUID()) => sendFile(server, owner, picture, { fileKey })

/** One file has been cleaned; its process waits for the next. */
async function warmProcess(): Promise<number> {
  expect(await send()).toMatchObject({ state: 'stored' })
  const [pid, ...more] = cleaningProcesses()
  expect(more).toEqual([])
  return pid!
}

/** Sends a picture to a process that is stopped, and ends or frees it when it must have got the file. */
async function sendToOneThat(pid: number, fileKey: string, ...signals: NodeJS.Signals[]) {
  const started = await server.client.tipFiles.start({ body: { ...owner, fileKey, size: picture.length } })
  process.kill(pid, 'SIGSTOP')
  const query = { token: good(started).token!, offset: '0' }
  const answer = server.client.tipFiles.part({ query, body: blobOf(picture) })
  const whole = 'select from tip_files where state = $1 and received = size'
  await expect.poll(() => server.db.query(whole, ['arriving'])).toHaveLength(1)
  for (let asked = 0; asked < 10; asked += 1) {
    expect((await server.fetch('/api/ready')).status).toBe(200)
    await sleep(50)
  }
  for (const signal of [...signals, 'SIGCONT' as const]) process.kill(pid, signal)
  return answer
}

test.for(['SIGSEGV', 'SIGABRT', 'SIGILL'] as const)(
  'a file on which a decoder crashes (%s) is broken, the next one is cleaned, and the server answers meanwhile',
  async (signal) => {
    const pid = await warmProcess()
    const fileKey = randomUUID()
    const answer = good(await sendToOneThat(pid, fileKey, signal))
    expect(answer).toMatchObject({ state: 'refused', refusal: 'broken' })
    expect(isRunning(pid)).toBe(false)
    expect(await send(fileKey)).toMatchObject({ state: 'refused', refusal: 'broken' })
    expect(await send()).toMatchObject({ state: 'stored' })
  },
)

test('a file whose process others killed waits for the phone to ask again, and is kept', async () => {
  const fileKey = randomUUID()
  const answer = await sendToOneThat(await warmProcess(), fileKey, 'SIGKILL')
  expect(answer).toMatchObject({ ok: false, error: { code: 'unavailable', retryAfter: 20 } })
  expect(await send(fileKey)).toMatchObject({ state: 'stored' })
})

test.for(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  'what stops the server and all of its group (%s) makes no file a broken one',
  async (signal) => {
    const answer = await sendToOneThat(await warmProcess(), randomUUID(), signal)
    expect(good(answer)).toMatchObject({ state: 'stored' })
  },
)

test('the process knows no key and no address of a database, and its memory is never dumped', async () => {
  vi.stubEnv('PORTAL_KEY', 'a secret')
  vi.stubEnv('DATABASE_URL', 'postgres://somebody:secret@127.0.0.1/portal')
  const pid = await warmProcess()
  expect(environmentOf(pid)).toContain('PATH')
  const known = ['PATH', 'TMPDIR', 'NODE_CHANNEL_FD', 'NODE_CHANNEL_SERIALIZATION_MODE']
  expect(environmentOf(pid).filter((name) => !known.includes(name))).toEqual([])
  expect(Number.parseInt(readFileSync(`/proc/${pid}/coredump_filter`, 'utf8'), 16)).toBe(0)
  vi.unstubAllEnvs()
})

test('the process ends with its server', async () => {
  const other = await startTestServer()
  const pids = cleaningProcesses()
  await sendFile(other, { clientKey: randomUUID() }, picture)
  const [pid] = cleaningProcesses().filter((one) => !pids.includes(one))
  expect(isRunning(pid!)).toBe(true)
  await other.close()
  expect(isRunning(pid!)).toBe(false)
})
