import { expect, test } from 'vitest'
import { createLayeredStorage, localStorageLayers, type StorageLayer } from './layered-storage.ts'

function layerOn(map: Map<string, string>, writeError?: () => unknown): StorageLayer {
  return {
    read: (key) => map.get(key) ?? null,
    erase: (key) => void map.delete(key),
    write: (key, value) => {
      if (writeError) throw writeError()
      map.set(key, value)
    },
  }
}

function storageOf(...layers: StorageLayer[]) {
  return createLayeredStorage(async () => layers, 'p.')
}

test('a value goes to the best layer, under a prefixed key', async () => {
  const native = new Map<string, string>()
  const local = new Map([['p.draft', 'stale']])
  const storage = storageOf(layerOn(native), layerOn(local))
  expect(await storage.set('draft', 'new')).toEqual({ kind: 'ok', data: 'device' })
  expect([...native]).toEqual([['p.draft', 'new']])
  expect(local.size).toBe(0)
  expect(await storage.get('draft')).toBe('new')
})

test.for([[-1403], [-1404]])('a layer this app may not use (%i) is passed over', async ([code]) => {
  const local = new Map<string, string>()
  const storage = storageOf(
    layerOn(new Map(), () => ({ code })),
    layerOn(local),
  )
  expect(await storage.set('draft', 'x')).toEqual({ kind: 'ok', data: 'device' })
  expect(local.get('p.draft')).toBe('x')
})

test('a full device says so, and the newer text is still read until the app closes', async () => {
  const map = new Map([['p.draft', 'old']])
  const storage = storageOf(layerOn(map, () => new DOMException('full', 'QuotaExceededError')))
  expect(await storage.set('draft', 'new')).toEqual({ kind: 'failed' })
  expect(await storage.get('draft')).toBe('new')
})

test('a write that is silently dropped counts as refused', async () => {
  const forgetful = { read: () => null, write: () => undefined, erase: () => undefined }
  expect(await storageOf(forgetful).set('draft', 'x')).toEqual({ kind: 'failed' })
})

test('without any layer the value lasts for the session, and says so', async () => {
  const storage = storageOf()
  expect(await storage.set('draft', 'x')).toEqual({ kind: 'ok', data: 'session' })
  expect(await storage.get('draft')).toBe('x')
  await storage.remove('draft')
  expect(await storage.get('draft')).toBeUndefined()
})

test('removing reaches every layer, even past one that throws', async () => {
  const local = new Map([['p.draft', 'x']])
  const stuck = { ...layerOn(new Map()), erase: () => { throw new Error('stuck') } } // prettier-ignore
  const storage = storageOf(stuck, layerOn(local))
  await storage.remove('draft')
  expect(local.size).toBe(0)
})

test('a browser that forbids storage simply has no layer', () => {
  const win = { get localStorage(): never { throw new DOMException('no', 'SecurityError') } } // prettier-ignore
  expect(localStorageLayers(win as unknown as Window)).toEqual([])
})
