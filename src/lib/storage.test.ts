import * as v from 'valibot'
import { expect, test } from 'vitest'
import { createFakeHost } from '#src/zalo/fake-host.ts'
import { setHost } from './host.ts'
import { readStored, removeAllStored, removeStored, writeStored } from './storage.ts'

const Draft = v.object({ text: v.string() })

test('what was written is read', async () => {
  expect(await writeStored('draft', { text: 'xin chào' })).toEqual({ kind: 'ok', data: 'device' })
  expect(await readStored('draft', Draft)).toEqual({ text: 'xin chào' })
})

test.for([
  ['nothing', undefined],
  ['another shape', '{"words":"x"}'],
  ['damaged text', '{"text":'],
] as const)('%s reads as nothing', async ([, stored]) => {
  setHost(createFakeHost({ stored: stored === undefined ? {} : { draft: stored } }))
  expect(await readStored('draft', Draft)).toBeUndefined()
})

test('a full phone is told', async () => {
  const host = createFakeHost()
  host.fillStorage()
  setHost(host)
  expect(await writeStored('draft', { text: 'x' })).toEqual({ kind: 'failed' })
  expect(await readStored('draft', Draft)).toEqual({ text: 'x' })
})

test('clearing misses nothing, also what is being written', async () => {
  await writeStored('draft', { text: 'x' })
  await writeStored('receipts', ['x'])
  void writeStored('draft', { text: 'y' })
  await removeAllStored()
  expect(await readStored('draft', Draft)).toBeUndefined()
  expect(await readStored('receipts', v.array(v.string()))).toBeUndefined()
})

test('one key can be removed alone', async () => {
  await writeStored('draft', { text: 'x' })
  await writeStored('other', { text: 'y' })
  await removeStored('draft')
  expect(await readStored('draft', Draft)).toBeUndefined()
  expect(await readStored('other', Draft)).toEqual({ text: 'y' })
})

test('of what was removed not even the name is left', async () => {
  const host = createFakeHost()
  setHost(host)
  await writeStored('tip', { text: 'x' })
  await writeStored('other', { text: 'y' })
  await removeStored('tip')
  expect(await host.storage.get('stored-keys')).toBe('["other"]')
  await removeStored('other')
  expect(await host.storage.get('stored-keys')).toBeUndefined()
})
