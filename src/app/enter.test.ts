import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { setApiFetch } from '#src/lib/api.ts'
import { setHost } from '#src/lib/host.ts'
import { createFakeHost } from '#src/zalo/fake-host.ts'
import { enter, enterHere } from './enter.ts'

const sent: { url: unknown; init: RequestInit | undefined }[] = []

beforeEach(() => {
  sent.length = 0
  vi.useFakeTimers()
  setApiFetch(async (url, init) => {
    sent.push({ url, init })
    return Response.json({ counted: true })
  })
})
afterEach(() => {
  vi.useRealTimers()
  window.history.replaceState(null, '', '/')
})

test('a station’s link opens that station, which the phone then remembers', async () => {
  const host = createFakeHost()
  setHost(host)
  expect(enter('/?station=ben-cat')).toBe('/stations/ben-cat')
  vi.useRealTimers()
  await expect.poll(() => host.storage.get('station')).toBe('{"id":"ben-cat"}')
})

test('how one came is told once, after the start, and nothing else with it', async () => {
  enter('/?station=ben-cat')
  await vi.advanceTimersByTimeAsync(2999)
  expect(sent).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  vi.useRealTimers()
  await expect.poll(() => sent).toHaveLength(1)
  expect(sent[0]).toMatchObject({
    url: '/api/entries',
    init: { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"source":"qr"}' },
  })
  expect(Object.keys(sent[0]?.init?.headers ?? {})).toEqual(['content-type'])
})

test('an ordinary address is left alone and not counted', async () => {
  expect(enter('/search?q=a%20b')).toBe('/search?q=a%20b')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(sent).toEqual([])
})

test.for([
  ['/', '/?station=ben-cat', '/stations/ben-cat'],
  ['/zapps/42', '/zapps/42/?station=ben-cat', '/zapps/42/stations/ben-cat'],
  ['/zapps/42', '/zapps/42?station=ben-cat&env=TESTING', '/zapps/42/stations/ben-cat?env=TESTING'],
  ['/', '/guides?from=oa', '/guides'],
] as const)('below %s the address %s becomes %s', ([basename, address, expected]) => {
  setHost(createFakeHost({ basename }))
  window.history.replaceState(null, '', address)
  enterHere()
  expect(window.location.pathname + window.location.search).toBe(expected)
})
