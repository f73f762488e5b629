import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { setApiFetch } from '#src/lib/api.ts'
import { sendFile, type FileToSend } from './send-file.ts'

const kB = 1024
const clientKey = 'a5b0f7a4-0d5c-4c4f-9a35-0d8f5a7c1b11'
const fileKey = 'b5b0f7a4-0d5c-4c4f-9a35-0d8f5a7c1b11'

interface Answer {
  status?: number
  body?: object
  lose?: 'request' | 'answer'
  after?: string
}

/** Keeps bytes as the real server does, on a line that may lose requests or answers; `answers` come first, in turn. */
function line(size: number, answers: Answer[] = []) {
  const state = { received: 0, calls: [] as string[], answers }
  const progress = () => ({
    state: state.received >= size ? 'stored' : 'arriving',
    received: state.received,
    kind: null,
    refusal: null,
  })
  setApiFetch(async (input, init) => {
    const offset = /offset=(\d+)/.exec(input as string)?.[1]
    const sent = init?.body instanceof Blob ? init.body.size : 0
    const { status, body, lose, after } = state.answers.shift() ?? {}
    state.calls.push(offset === undefined ? 'start' : `${offset}+${sent}`)
    if (lose === 'request') throw new TypeError('no network')
    if (status) {
      const error = { code: body ?? 'unavailable', message: '', requestId: 'r' }
      return Response.json({ error }, { status, ...(after && { headers: { 'retry-after': after } }) })
    }
    if (offset !== undefined) state.received = Number(offset) + sent
    if (lose === 'answer') throw new TypeError('no network')
    const token = offset === undefined ? { token: 'x'.repeat(24) } : {}
    return Response.json({ ...progress(), ...token, ...body })
  })
  return state
}

function file(size: number, changes: Partial<FileToSend> = {}) {
  const told: number[] = []
  return {
    told,
    file: {
      owner: { clientKey },
      fileKey,
      size,
      read: async (from: number, to: number) => new Blob(['x'.repeat(to - from)]),
      tell: (received: number) => void told.push(received),
      isOver: () => false,
      ...changes,
    },
  }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

async function send(toSend: FileToSend) {
  const sent = sendFile(toSend)
  await vi.advanceTimersByTimeAsync(60_000)
  return sent
}

test('the file goes up in growing parts and how much has arrived is told', async () => {
  const { calls } = line(300 * kB)
  const { file: toSend, told } = file(300 * kB)
  expect(await send(toSend)).toEqual({ kind: 'done', outcome: 'stored' })
  expect(calls).toEqual(['start', '0+65536', '65536+131072', '196608+110592'])
  expect(told).toEqual([0, 65536, 196608, 300 * kB])
})

test('a part whose answer was lost is not sent twice: the server is asked first', async () => {
  const { calls } = line(100 * kB, [{}, { lose: 'answer' }])
  expect(await send(file(100 * kB).file)).toEqual({ kind: 'done', outcome: 'stored' })
  expect(calls).toEqual(['start', '0+65536', 'start', '65536+32768', '98304+4096'])
})

test('what the server has from an earlier visit is not sent again', async () => {
  const state = line(100 * kB)
  state.received = 90 * kB
  await send(file(100 * kB).file)
  expect(state.calls).toEqual(['start', '92160+10240'])
})

test('without any answer it stops after four tries', async () => {
  const { calls } = line(
    10,
    Array.from({ length: 9 }, () => ({ lose: 'request' as const })),
  )
  expect(await send(file(10).file)).toEqual({ kind: 'stopped', error: { code: 'offline' } })
  expect(calls).toHaveLength(4)
})

test('as long as something gets through it goes on', async () => {
  const lossy = Array.from({ length: 40 }, (_, index) =>
    index % 3 === 2 ? { lose: 'request' as const } : {},
  )
  line(400 * kB, lossy)
  expect(await send(file(400 * kB).file)).toEqual({ kind: 'done', outcome: 'stored' })
})

test('the return of the network ends a wait', async () => {
  const { calls } = line(10, [{ lose: 'request' }])
  const sent = sendFile(file(10).file)
  await vi.advanceTimersByTimeAsync(0)
  expect(calls).toEqual(['start'])
  window.dispatchEvent(new Event('online'))
  await vi.advanceTimersByTimeAsync(0)
  expect(await sent).toEqual({ kind: 'done', outcome: 'stored' })
})

test.for([
  ['a reason of its own', [{ body: { state: 'refused', refusal: 'locked' } }], 'locked'],
  ['no reason', [{ body: { state: 'refused' } }], 'not-taken'],
  ['a tip that is not there', [{ status: 404, body: 'not-found' }], 'not-taken'],
  ['more files than a tip may have', [{ status: 409, body: 'conflict' }], 'not-taken'],
] as const)('a refusal with %s is final', async ([, answers, outcome]) => {
  const { calls } = line(10, answers as unknown as Answer[])
  expect(await send(file(10).file)).toEqual({ kind: 'done', outcome })
  expect(calls).toHaveLength(1)
})

test('a token that has run out is renewed', async () => {
  const { calls } = line(10, [{}, { status: 404, body: 'not-found' as never }])
  expect(await send(file(10).file)).toEqual({ kind: 'done', outcome: 'stored' })
  expect(calls).toEqual(['start', '0+10', 'start', '0+10'])
})

test('a wait of minutes is told and not waited for', async () => {
  const { calls } = line(10, [{ status: 503, after: '600' }])
  expect(await send(file(10).file)).toMatchObject({ kind: 'stopped', error: { retryAfter: 600 } })
  expect(calls).toHaveLength(1)
})

test('bytes that the phone has lost end it; a store that does not answer is asked again', async () => {
  line(10)
  expect(await send(file(10, { read: async () => undefined }).file)).toEqual({
    kind: 'done',
    outcome: 'lost',
  })
  const read = vi.fn<FileToSend['read']>(async () => new Blob(['x'.repeat(10)]))
  read.mockRejectedValueOnce(new Error('no answer'))
  expect(await send(file(10, { read }).file)).toEqual({ kind: 'done', outcome: 'stored' })
})

test('a file taken back is not sent any further', async () => {
  const { calls } = line(300 * kB)
  const over = () => calls.length > 1
  expect(await send(file(300 * kB, { isOver: over }).file)).toEqual({ kind: 'over' })
  expect(calls).toEqual(['start', '0+65536'])
})
