import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createBrowserHost } from './browser-host.ts'
import { chooseHost } from './choose-host.ts'

const followed: HTMLAnchorElement[] = []

function follow(event: Event) {
  event.preventDefault()
  if (event.target instanceof HTMLAnchorElement) followed.push(event.target)
}

beforeEach(() => {
  followed.length = 0
  document.addEventListener('click', follow)
})
afterEach(() => {
  document.removeEventListener('click', follow)
  vi.unstubAllGlobals()
})

const closedByPerson = () => Promise.reject(new DOMException('closed', 'AbortError'))

const news = { title: 'Tin', description: 'Nội dung', path: '/tin/abc' }

test('what only Zalo can do says so', async () => {
  const host = createBrowserHost()
  expect(await host.getAccessToken()).toEqual({ kind: 'not-in-host' })
  expect(await host.scanQr()).toEqual({ kind: 'not-in-host' })
  expect(await host.sendPicture('https://api.example/x', 1)).toEqual({ kind: 'unsupported' })
  expect(() => host.onOpenApp(() => undefined)()).not.toThrow()
})

test('phone, chat and pictures become links', async () => {
  const host = createBrowserHost()
  await host.callPhone('0274 3822 113')
  await host.openOaChat({ oaId: '42' })
  await host.saveImage('data:image/png;base64,AAAA', 'giay-hen.png')
  expect(followed.map((link) => link.href)).toEqual([
    'tel:02743822113',
    'https://zalo.me/42',
    'data:image/png;base64,AAAA',
  ])
  expect(followed[1]).toMatchObject({ target: '_blank', rel: 'noopener noreferrer' })
  expect(followed[2]?.download).toBe('giay-hen.png')
})

test('a file is downloaded, and the page can be printed', async () => {
  const print = vi.fn<() => void>()
  vi.stubGlobal('print', print)
  const host = createBrowserHost()
  expect(await host.saveFile('ngay-di.ics', 'text/calendar', 'BEGIN:VCALENDAR')).toEqual({
    kind: 'ok',
    data: null,
  })
  expect(followed[0]).toMatchObject({ download: 'ngay-di.ics', protocol: 'blob:' })
  expect(await host.print()).toEqual({ kind: 'ok', data: null })
  expect(print).toHaveBeenCalledOnce()
  expect(host.hasFilesAndPaper).toBe(true)
})

test('nothing to dial, nobody to write to, nothing to save: failed, and no link', async () => {
  const host = createBrowserHost()
  expect(await host.callPhone('liên hệ')).toMatchObject({ kind: 'failed' })
  expect(await host.openOaChat({ oaId: '' })).toMatchObject({ kind: 'failed' })
  expect(await host.saveImage('javascript:alert(1)')).toMatchObject({ kind: 'failed' })
  expect(followed).toEqual([])
})

test('sharing uses the share sheet of the browser', async () => {
  const share = vi.fn<() => Promise<void>>(async () => undefined)
  vi.stubGlobal('navigator', { share })
  expect(await createBrowserHost().share(news)).toEqual({ kind: 'ok', data: 'shared' })
  const url = `${location.origin}/tin/abc`
  expect(share).toHaveBeenCalledWith({ title: 'Tin', text: 'Nội dung', url })
})

test('closing the share sheet is cancelled, not copied', async () => {
  const writeText = vi.fn<() => Promise<void>>(async () => undefined)
  vi.stubGlobal('navigator', { share: closedByPerson, clipboard: { writeText } })
  expect(await createBrowserHost().share(news)).toEqual({ kind: 'cancelled' })
  expect(writeText).not.toHaveBeenCalled()
})

test('without a share sheet the link is copied, and the answer says which', async () => {
  const writeText = vi.fn<() => Promise<void>>(async () => undefined)
  vi.stubGlobal('navigator', { clipboard: { writeText } })
  expect(await createBrowserHost().share(news)).toEqual({ kind: 'ok', data: 'copied' })
  expect(writeText).toHaveBeenCalledWith(`${location.origin}/tin/abc`)
})

test('with neither, sharing is unsupported and copying fails', async () => {
  vi.stubGlobal('navigator', {})
  expect(await createBrowserHost().share(news)).toEqual({ kind: 'unsupported' })
  expect(await createBrowserHost().copyText('x')).toEqual({ kind: 'failed' })
})

test('values are kept in the browser under our own prefix', async () => {
  const host = createBrowserHost()
  expect(await host.storage.set('large-text', 'on')).toEqual({ kind: 'ok', data: 'device' })
  expect(localStorage.getItem('cong-an.large-text')).toBe('on')
  await host.storage.remove('large-text')
  expect(await host.storage.get('large-text')).toBeUndefined()
})

test('the title of the page follows the screen', async () => {
  await createBrowserHost().configureView({ title: 'Tra cứu hồ sơ' })
  expect(document.title).toBe('Tra cứu hồ sơ')
})

test.for([
  ['https://h5.zdn.vn/zapps/123/tin', 'zalo', '/zapps/123', '123'],
  ['https://portal.example.vn/tin', 'browser', '/', undefined],
] as const)('at %s the host is %s', ([url, name, basename, appId]) => {
  const win = { location: new URL(url), localStorage } as unknown as Window
  expect(chooseHost(win)).toMatchObject({ name, basename, appId })
})
