import { expect, test } from 'vitest'
import { createFakeHost } from './fake-host.ts'

test('it answers success, then what it was told, and remembers the calls', async () => {
  const host = createFakeHost()
  expect(await host.callPhone('113')).toEqual({ kind: 'ok', data: null })
  host.answer('callPhone', { kind: 'denied' })
  expect(await host.callPhone('114')).toEqual({ kind: 'denied' })
  expect(host.calls).toEqual([
    { method: 'callPhone', args: ['113'] },
    { method: 'callPhone', args: ['114'] },
  ])
})

test('it reopens the app by a link and fills its storage', async () => {
  const host = createFakeHost({ stored: { draft: 'old' } })
  const paths: string[] = []
  host.onOpenApp((path) => paths.push(path))()
  host.onOpenApp((path) => paths.push(path))
  host.openApp('/tin/abc')
  expect(paths).toEqual(['/tin/abc'])
  host.fillStorage()
  expect(await host.storage.set('draft', 'new')).toEqual({ kind: 'failed' })
  expect(await host.storage.get('draft')).toBe('new')
})
