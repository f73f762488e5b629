import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach, beforeEach, vi } from 'vitest'
import { setApiFetch } from '#src/lib/api.ts'
import { setHost } from '#src/lib/host.ts'
import { resetRememberedStation } from '#src/lib/remembered-station.ts'
import { resetPreferences } from '#src/lib/preferences.ts'
import { resetResources } from '#src/lib/resource-store.ts'
import { offline } from './networks.ts'
import { createFakeHost } from '#src/zalo/fake-host.ts'

// zmp-ui's Page calls it; happy-dom draws nothing that could scroll.
Element.prototype.scrollTo = () => undefined

/**
 * A browser keeps its window while a promise or a timer is under way. The environment of a test file takes it away at the
 * end, where what comes a moment later would fail the whole run: these are found behind the global object then.
 */
const lasting = [
  'window',
  'document',
  'navigator',
  'localStorage',
  'sessionStorage',
  'addEventListener',
  'removeEventListener',
  'dispatchEvent',
  'requestAnimationFrame',
] as const
for (const name of lasting) {
  const kept = { value: globalThis[name], writable: true, configurable: true }
  Object.defineProperty(Object.getPrototypeOf(globalThis), name, kept)
}

// The same patience as vitest's own: several checks share the processors.
configure({ asyncUtilTimeout: 20_000 })

// A noisy test is a failing test. Spy on the console inside a test to allow one message.
const noise = { error: vi.spyOn(console, 'error'), warn: vi.spyOn(console, 'warn') }

beforeEach(() => {
  setHost(createFakeHost())
  setApiFetch(offline)
  noise.error.mockClear()
  noise.warn.mockClear()
})

afterEach(() => {
  cleanup()
  // What a part hung beside the app, as the region for announcements.
  document.body.replaceChildren()
  resetResources()
  resetPreferences()
  resetRememberedStation()
  localStorage.clear()
  // A retry that outlives its test must not reach for a real network.
  setApiFetch(offline)
  const said = [...noise.error.mock.calls, ...noise.warn.mock.calls]
  if (said.length > 0) throw new Error(`The test made noise on the console: ${said.map(String).join(' | ')}`)
})
