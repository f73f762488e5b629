import * as v from 'valibot'
import { afterEach, expect, test, vi } from 'vitest'
import { newClientKey } from './client-key.ts'

const uuid = v.pipe(v.string(), v.uuid())

afterEach(() => vi.unstubAllGlobals())

test('every key is a new uuid', () => {
  const keys = Array.from({ length: 100 }, newClientKey)
  expect(keys.every((key) => v.is(uuid, key))).toBe(true)
  expect(new Set(keys).size).toBe(100)
})

test('an old webview without randomUUID gets a version 4 uuid too', () => {
  const { crypto } = globalThis
  vi.stubGlobal('crypto', {
    getRandomValues: (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes),
  })
  expect(newClientKey()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})
