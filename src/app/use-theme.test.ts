import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { setPreferences } from '#src/lib/preferences.ts'
import { useTheme } from './use-theme.ts'

const phone = Object.assign(new EventTarget(), { matches: false })

beforeEach(() => {
  phone.matches = false
  vi.stubGlobal('matchMedia', () => phone)
})
afterEach(() => vi.unstubAllGlobals())

function dusk() {
  phone.matches = true
  phone.dispatchEvent(new Event('change'))
}

test('it follows the phone, also when the phone changes', () => {
  const { result } = renderHook(useTheme)
  expect(result.current).toBe('light')
  act(dusk)
  expect(result.current).toBe('dark')
})

test('what the person chose wins', () => {
  const { result } = renderHook(useTheme)
  act(() => setPreferences({ theme: 'light' }))
  act(dusk)
  expect(result.current).toBe('light')
})
