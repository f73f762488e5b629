import { renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { lateScreen } from './late-screen.tsx'
import { useWarmScreens } from './use-warm-screens.ts'

const load = vi.fn(async () => () => null)
lateScreen(load)

const pageIs = (state: DocumentReadyState) => vi.spyOn(document, 'readyState', 'get').mockReturnValue(state)

beforeEach(() => {
  load.mockClear()
  pageIs('complete')
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** Moves the clock on as it waits. */
const isFetched = () => vi.waitFor(() => expect(load).toHaveBeenCalled(), { timeout: 15_000 })

test('somebody who saves data is not given what was not asked for', async () => {
  vi.stubGlobal('navigator', { connection: { saveData: true } })
  renderHook(useWarmScreens)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(load).not.toHaveBeenCalled()
})

test('leaving before it begins leaves it', async () => {
  const { unmount } = renderHook(useWarmScreens)
  unmount()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(load).not.toHaveBeenCalled()
})

test('two seconds after the page has loaded the other screens are fetched', async () => {
  renderHook(useWarmScreens)
  await vi.advanceTimersByTimeAsync(1999)
  expect(load).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  await isFetched()
})

test('as long as the page loads, nothing else does', async () => {
  pageIs('interactive')
  renderHook(useWarmScreens)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(load).not.toHaveBeenCalled()
  window.dispatchEvent(new Event('load'))
  await vi.advanceTimersByTimeAsync(2000)
  await isFetched()
})
