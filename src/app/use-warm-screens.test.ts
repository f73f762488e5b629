import { renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useWarmScreens } from './use-warm-screens.ts'

const loaded = vi.hoisted(() => vi.fn())
vi.mock('../screens/stations.screen.tsx', () => {
  loaded()
  return {}
})

beforeEach(() => {
  loaded.mockClear()
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('somebody who saves data is not given what was not asked for', async () => {
  vi.stubGlobal('navigator', { connection: { saveData: true } })
  renderHook(useWarmScreens)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(loaded).not.toHaveBeenCalled()
})

test('leaving before it begins leaves it', async () => {
  const { unmount } = renderHook(useWarmScreens)
  unmount()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(loaded).not.toHaveBeenCalled()
})

test('after the start the other screens are fetched', async () => {
  renderHook(useWarmScreens)
  await vi.advanceTimersByTimeAsync(4999)
  expect(loaded).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  vi.useRealTimers()
  await vi.waitFor(() => expect(loaded).toHaveBeenCalled(), { timeout: 15_000 })
})
