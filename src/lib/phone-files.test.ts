import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createFakeHost } from '#src/zalo/fake-host.ts'
import { setHost } from './host.ts'
import { isLost, keepFile, readFile, removeAllFiles, removeFiles } from './phone-files.ts'

const mega = 1024 * 1024
const bytes = Uint8Array.from({ length: mega + 7 }, (_, index) => index % 251)
const file = () => new Blob([bytes])
const textOf = async (blob: Blob | undefined) => (blob ? await blob.text() : undefined)

let app = 0
// Another app id is another store: each test begins with an empty one.
beforeEach(() => setHost(createFakeHost({ appId: `app-${(app += 1)}` })))
afterEach(() => vi.restoreAllMocks())

const full = () =>
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })

test('a file is read back in parts, across the pieces it is kept in', async () => {
  expect(await keepFile('a', file())).toBe(true)
  const part = await readFile('a', mega / 2 - 3, mega / 2 + 5)
  expect([...new Uint8Array(await part!.arrayBuffer())]).toEqual([
    ...bytes.subarray(mega / 2 - 3, mega / 2 + 5),
  ])
  const all = await readFile('a', 0, bytes.length)
  expect(Buffer.from(await all!.arrayBuffer()).equals(bytes)).toBe(true)
  expect(await isLost('a', bytes.length)).toBe(false)
})

test('a full device keeps nothing half; the file stays in memory until the app closes', async () => {
  full()
  expect(await keepFile('a', new Blob(['abc']))).toBe(false)
  expect(await textOf(await readFile('a', 1, 3))).toBe('bc')
  await removeFiles(['a'])
  expect(await readFile('a', 0, 3)).toBeUndefined()
})

test('what the device has thrown out is lost; a store that does not answer has lost nothing', async () => {
  await keepFile('a', new Blob(['abc']))
  setHost(createFakeHost({ appId: `emptied-${app}` }))
  expect(await isLost('a', 3)).toBe(true)
  setHost(createFakeHost({ appId: `silent-${app}` }))
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('closed', 'InvalidStateError')
  })
  await expect(readFile('a', 0, 3)).rejects.toThrow('closed')
  expect(await isLost('a', 3)).toBe(false)
})

test('without any store a file lives in memory', async () => {
  vi.stubGlobal('indexedDB', undefined)
  expect(await keepFile('b', new Blob(['abc']))).toBe(false)
  expect(await textOf(await readFile('b', 0, 3))).toBe('abc')
  expect(await isLost('unknown', 3)).toBe(true)
  vi.unstubAllGlobals()
})

test('one file can go alone, and all at once', async () => {
  await keepFile('a', new Blob(['abc']))
  await keepFile('ab', new Blob(['def']))
  await removeFiles(['a'])
  expect(await readFile('a', 0, 3)).toBeUndefined()
  expect(await textOf(await readFile('ab', 0, 3))).toBe('def')
  await removeAllFiles()
  expect(await readFile('ab', 0, 3)).toBeUndefined()
})

test('leftovers of an earlier visit go, what is known or was chosen just now stays', async () => {
  await keepFile('orphan', new Blob(['abc']))
  await keepFile('known', new Blob(['abc']))
  vi.resetModules()
  const next = await import('./phone-files.ts')
  const { setHost: set } = await import('./host.ts')
  set(createFakeHost({ appId: `app-${app}` }))
  await next.keepFile('new', new Blob(['abc']))
  await next.removeOtherFiles(['known'])
  const left = ['orphan', 'known', 'new'].map(async (name) => textOf(await next.readFile(name, 0, 3)))
  expect(await Promise.all(left)).toEqual([undefined, 'abc', 'abc'])
})
