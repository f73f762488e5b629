import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createCallPolicy } from './call-policy.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const late = () => new Promise<never>((_, reject) => setTimeout(() => reject({ code: -2000 }), 6_000))
const refuse = () => {
  throw { code: -201, message: 'refused', api: 'x' }
}
const forever = () => new Promise<never>(() => undefined)

test('a call that never settles fails after five seconds', async () => {
  const result = createCallPolicy()(forever)
  await vi.advanceTimersByTimeAsync(4_999)
  expect(await Promise.race([result, Promise.resolve('waiting')])).toBe('waiting')
  await vi.advanceTimersByTimeAsync(1)
  expect(await result).toEqual({ kind: 'failed', code: -1408 })
})

test('a sheet waits a minute for the person', async () => {
  const result = createCallPolicy()(forever, { sheet: true })
  await vi.advanceTimersByTimeAsync(59_999)
  expect(await Promise.race([result, Promise.resolve('waiting')])).toBe('waiting')
  await vi.advanceTimersByTimeAsync(1)
  expect(await result).toEqual({ kind: 'failed', code: -1408 })
})

test('a sheet that sends a picture has five minutes', async () => {
  const result = createCallPolicy()(forever, { sheet: true, sends: true })
  await vi.advanceTimersByTimeAsync(299_999)
  expect(await Promise.race([result, Promise.resolve('waiting')])).toBe('waiting')
  await vi.advanceTimersByTimeAsync(1)
  expect(await result).toEqual({ kind: 'failed', code: -1408 })
})

test('a rejection after the timeout disturbs nobody', async () => {
  const result = createCallPolicy()(late)
  await vi.advanceTimersByTimeAsync(7_000)
  expect(await result).toEqual({ kind: 'failed', code: -1408 })
})

test('no second ever sees three calls', async () => {
  const run = createCallPolicy()
  const starts: number[] = []
  const note = async () => void starts.push(performance.now())
  const all = Promise.all(Array.from({ length: 9 }, () => run(note)))
  await vi.advanceTimersByTimeAsync(10_000)
  await all
  expect(starts).toHaveLength(9)
  expect(starts[1]).toBe(starts[0])
  starts.forEach((start, i) => expect((starts[i + 2] ?? Infinity) - start).toBeGreaterThan(1_000))
})

test('an urgent call does not queue', async () => {
  const run = createCallPolicy()
  for (let i = 0; i < 6; i++) void run(forever)
  expect(await run(async () => 'called', { urgent: true })).toEqual({ kind: 'ok', data: 'called' })
})

test('one sheet at a time, and the next may open when it has closed', async () => {
  const run = createCallPolicy()
  const sheet = new EventTarget()
  const closed = new Promise<string>((resolve) => sheet.addEventListener('close', () => resolve('first')))
  const first = run(() => closed, { sheet: true })
  await vi.advanceTimersByTimeAsync(0)
  expect(await run(async () => 'second', { sheet: true })).toEqual({ kind: 'limited' })
  sheet.dispatchEvent(new Event('close'))
  expect(await first).toEqual({ kind: 'ok', data: 'first' })
  expect(await run(async () => 'third', { sheet: true })).toEqual({ kind: 'ok', data: 'third' })
})

test('a synchronous throw is an answer too', async () => {
  const run = createCallPolicy()
  expect(await run(refuse, { sheet: true })).toEqual({ kind: 'denied' })
  expect(await run(async () => 1, { sheet: true })).toEqual({ kind: 'ok', data: 1 })
})
