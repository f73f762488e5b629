import { afterEach, expect, test, vi } from 'vitest'
import { locateInBrowser } from './browser-location.ts'
import { timedOut } from './error-result.ts'

type Ask = Geolocation['getCurrentPosition']

const here = (ask: Ask) => ({ getCurrentPosition: ask }) as Geolocation
const failing = (code: number) => here((_, fail) => fail?.({ code } as GeolocationPositionError))

afterEach(() => void vi.useRealTimers())

test('the point and how far off it may be', async () => {
  const coords = { latitude: 11.15, longitude: 106.59, accuracy: 30 }
  const found = await locateInBrowser(here((done) => done({ coords } as GeolocationPosition)))
  expect(found).toEqual({ kind: 'ok', data: { kind: 'point', ...coords } })
})

test.for([
  [1, { kind: 'denied' }],
  [2, { kind: 'failed' }],
  [3, { kind: 'failed', code: timedOut }],
] as const)('failure %i of the browser', async ([code, result]) => {
  expect(await locateInBrowser(failing(code))).toEqual(result)
})

test('no position at all on this page', async () => {
  expect(await locateInBrowser(undefined)).toEqual({ kind: 'unsupported' })
})

test('the search ends after ten seconds, and a question left unanswered ends too', async () => {
  vi.useFakeTimers()
  const ask = vi.fn<Ask>()
  const result = locateInBrowser(here(ask))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(await result).toEqual({ kind: 'failed', code: timedOut })
  expect(ask.mock.calls[0]?.[2]).toMatchObject({ timeout: 10_000 })
})
