import { afterEach, expect, test, vi } from 'vitest'
import type { ZaloSdk } from './sdk-shape.ts'
import { createZaloHost } from './zalo-host.ts'

const refused = { code: -201, message: 'refused', api: 'any' }

function fakeSdk(changes: Partial<ZaloSdk> = {}): ZaloSdk {
  const map = new Map<string, string>()
  return {
    getAccessToken: vi.fn<ZaloSdk['getAccessToken']>(async () => 'token'),
    getPhoneNumber: vi.fn<ZaloSdk['getPhoneNumber']>(async () => ({ token: 'phone-token' })),
    openPhone: vi.fn<ZaloSdk['openPhone']>(async () => undefined),
    interactOA: vi.fn<ZaloSdk['interactOA']>(async () => undefined),
    openChat: vi.fn<ZaloSdk['openChat']>(async () => undefined),
    getShareableLink: vi.fn<ZaloSdk['getShareableLink']>(async () => 'https://zalo.me/s/1/tin/?&zshareId=9'),
    openShareSheet: vi.fn<ZaloSdk['openShareSheet']>(async () => ({ status: 2 })),
    saveImageToGallery: vi.fn<ZaloSdk['saveImageToGallery']>(async () => undefined),
    openMediaPicker: vi.fn<ZaloSdk['openMediaPicker']>(async () => ({ data: '{"state":"stored"}' })),
    getLocation: vi.fn<ZaloSdk['getLocation']>(async () => ({ token: 'place' })),
    scanQRCode: vi.fn<ZaloSdk['scanQRCode']>(async () => ({ content: 'text' })),
    configAppView: vi.fn<ZaloSdk['configAppView']>(async () => undefined),
    onOpenApp: vi.fn<ZaloSdk['onOpenApp']>(),
    storage: {
      read: (key) => map.get(key) ?? null,
      write: (key, value) => void map.set(key, value),
      erase: (key) => void map.delete(key),
    },
    ...changes,
  }
}

function hostWith(changes: Partial<ZaloSdk> = {}) {
  const sdk = fakeSdk(changes)
  return { sdk, host: createZaloHost(async () => sdk) }
}

function denied(): never {
  throw { code: -1403, message: 'no', api: 'setItem' }
}

/** True when the rejection would not reach the console. */
function quiet(reason: unknown): boolean {
  const event = Object.assign(new Event('unhandledrejection', { cancelable: true }), { reason })
  return !window.dispatchEvent(event)
}

function watchLinks() {
  const followed: string[] = []
  const listener = (event: Event) => {
    event.preventDefault()
    if (event.target instanceof HTMLAnchorElement) followed.push(event.target.href)
  }
  document.addEventListener('click', listener)
  return followed
}

afterEach(() => void vi.useRealTimers())

test('every capability passes its arguments on and answers ok', async () => {
  const { host, sdk } = hostWith()
  expect(await host.getAccessToken()).toEqual({ kind: 'ok', data: 'token' })
  expect(await host.callPhone('0274 3822 113')).toEqual({ kind: 'ok', data: null })
  expect(sdk.openPhone).toHaveBeenCalledWith({ phoneNumber: '02743822113' })
  expect(await host.allowMessages('42')).toEqual({ kind: 'ok', data: null })
  expect(await host.allowMessages('')).toMatchObject({ kind: 'failed' })
  expect(await host.openOaChat({ oaId: '42', message: 'Chào' })).toEqual({ kind: 'ok', data: null })
  expect(sdk.openChat).toHaveBeenCalledWith({ type: 'oa', id: '42', message: 'Chào' })
})

test('a picture is picked uncropped and sent by Zalo, and the answer of our server comes back as text', async () => {
  const { host, sdk } = hostWith()
  const url = 'https://api.example/api/tips/files/whole?token=t'
  expect(await host.sendPicture(url, 20_000_000)).toEqual({ kind: 'ok', data: '{"state":"stored"}' })
  expect(sdk.openMediaPicker).toHaveBeenCalledWith({
    type: 'photo',
    serverUploadUrl: url,
    maxItemSize: 20_000_000,
    editView: { enable: false },
  })
})

test('a picker that was closed, is not granted or answers nothing is no success', async () => {
  const answering = async (change: Partial<ZaloSdk>) => hostWith(change).host.sendPicture('https://a', 1)
  const rejecting = (code: number) => ({ openMediaPicker: () => Promise.reject({ code }) })
  expect(await answering(rejecting(-2003))).toEqual({ kind: 'cancelled' })
  expect(await answering(rejecting(-1404))).toEqual({ kind: 'unsupported' })
  expect(await answering({ openMediaPicker: async () => ({ data: '' }) })).toEqual({ kind: 'not-in-host' })
  expect(await answering({ openMediaPicker: async () => ({ data: ['path'] }) })).toEqual({
    kind: 'not-in-host',
  })
})

test('a place is a token beside the session it belongs to', async () => {
  const { host } = hostWith()
  expect(await host.locate()).toEqual({
    kind: 'ok',
    data: { kind: 'token', token: 'place', accessToken: 'token' },
  })
})

test('without a session nobody is asked for a place, and an empty token is no place', async () => {
  const { host, sdk } = hostWith({ getAccessToken: async () => '' })
  expect(await host.locate()).toEqual({ kind: 'not-in-host' })
  expect(sdk.getLocation).not.toHaveBeenCalled()
  const empty = hostWith({ getLocation: async () => ({ token: '' }) }).host
  expect(await empty.locate()).toEqual({ kind: 'not-in-host' })
  const refusing = hostWith({ getLocation: () => Promise.reject(refused) }).host
  expect(await refusing.locate()).toEqual({ kind: 'denied' })
})

test('sharing cuts texts to the limits of Zalo and tidies the link', async () => {
  const { host, sdk } = hostWith()
  const long = 'đ'.repeat(500)
  expect(await host.share({ title: long, description: long, path: '/tin' })).toEqual({
    kind: 'ok',
    data: 'shared',
  })
  const title = long.slice(0, 100)
  expect(sdk.getShareableLink).toHaveBeenCalledWith({ title, description: long.slice(0, 400), path: '/tin' })
  const data = { link: 'https://zalo.me/s/1/tin/?zshareId=9' }
  expect(sdk.openShareSheet).toHaveBeenCalledWith({ type: 'link', data })
})

test('a share sheet that was closed is cancelled, an unknown answer is no success', async () => {
  const content = { title: 'a', description: 'b', path: '/' }
  const closed = hostWith({ openShareSheet: async () => ({ status: 0 }) })
  expect(await closed.host.share(content)).toEqual({ kind: 'cancelled' })
  const odd = hostWith({ openShareSheet: async () => undefined as never })
  expect(await odd.host.share(content)).toEqual({ kind: 'failed' })
})

test('empty answers, as previews give them, are never a success', async () => {
  const { host } = hostWith({
    getAccessToken: async () => '',
    getPhoneNumber: async () => ({}),
    scanQRCode: async () => ({ content: '' }),
  })
  expect(await host.getPhoneToken()).toEqual({ kind: 'not-in-host' })
  expect(await host.getAccessToken()).toEqual({ kind: 'not-in-host' })
  expect(await host.scanQr()).toEqual({ kind: 'not-in-host' })
})

test('a missing field is no success either', async () => {
  const { host } = hostWith({ scanQRCode: async () => undefined as never })
  expect(await host.scanQr()).toEqual({ kind: 'not-in-host' })
})

test('files and paper are not offered, and asked for all the same they are unsupported', async () => {
  const { host } = hostWith()
  expect(host.hasFilesAndPaper).toBe(false)
  expect(await host.saveFile('a.ics', 'text/calendar', '')).toEqual({ kind: 'unsupported' })
  expect(await host.print()).toEqual({ kind: 'unsupported' })
})

test('a refusal is told apart from a failure', async () => {
  const { host } = hostWith({ scanQRCode: () => Promise.reject(refused) })
  expect(await host.scanQr()).toEqual({ kind: 'denied' })
})

test('pictures that Zalo would refuse are refused before asking', async () => {
  const { host, sdk } = hostWith()
  expect(await host.saveImage('https://elsewhere/a.png')).toEqual({ kind: 'failed', code: -1400 })
  expect(await host.saveImage('data:image/png;base64,' + 'A'.repeat(7_000_000))).toMatchObject({
    code: -1400,
  })
  expect(sdk.saveImageToGallery).not.toHaveBeenCalled()
})

test('113 is dialled by a plain link when the SDK cannot be loaded', async () => {
  const followed = watchLinks()
  const host = createZaloHost(() => Promise.reject(new TypeError('no network')))
  expect(await host.callPhone('113')).toEqual({ kind: 'ok', data: null })
  expect(followed).toEqual(['tel:113'])
})

test('a download that hangs holds an emergency call up for two seconds at most', async () => {
  vi.useFakeTimers()
  const followed = watchLinks()
  const call = createZaloHost(() => new Promise(() => undefined)).callPhone('113')
  await vi.advanceTimersByTimeAsync(2_000)
  expect(await call).toEqual({ kind: 'ok', data: null })
  expect(followed).toEqual(['tel:113'])
})

test('a failed download is tried again at the next call', async () => {
  const load = vi.fn<() => Promise<ZaloSdk>>(async () => fakeSdk())
  load.mockRejectedValueOnce(new TypeError('no network'))
  const host = createZaloHost(load)
  expect(await host.getAccessToken()).toEqual({ kind: 'failed' })
  expect(await host.getAccessToken()).toEqual({ kind: 'ok', data: 'token' })
  expect(load).toHaveBeenCalledTimes(2)
})

test('links that reopen the app reach every listener until it leaves', async () => {
  const { host, sdk } = hostWith()
  const paths: string[] = []
  const leave = host.onOpenApp((path) => paths.push(path))
  host.onOpenApp((path) => paths.push(`second ${path}`))
  await expect.poll(() => sdk.onOpenApp).toHaveBeenCalled()
  const open = vi.mocked(sdk.onOpenApp).mock.calls[0]![0]
  open({ path: '/tin/abc' })
  leave()
  open({ path: '/ho-so' })
  open({ path: 'https://evil.example' })
  expect(paths).toEqual(['/tin/abc', 'second /tin/abc', 'second /ho-so'])
  expect(sdk.onOpenApp).toHaveBeenCalledTimes(1)
})

test('drafts survive when native storage is not granted', async () => {
  const { host } = hostWith({ storage: { read: denied, write: denied, erase: denied } })
  expect(await host.storage.set('draft', 'x')).toEqual({ kind: 'ok', data: 'device' })
  expect(await host.storage.get('draft')).toBe('x')
  await host.storage.remove('draft')
})

test('the login that the import starts may fail in silence, other rejections may not', async () => {
  const { host } = hostWith()
  await host.getAccessToken()
  expect(quiet({ code: -2000, api: 'login' })).toBe(true)
  expect(quiet(new ReferenceError('ZaloJavaScriptInterface is not defined'))).toBe(true)
  expect(quiet(new Error('ours'))).toBe(false)
})
