import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { startStandIn, type StandIn } from '#server/zalo/stand-in/start-stand-in.ts'
import { appConfigPlugin } from '../../app-config.plugin.ts'
import { launchChromium } from '../chromium.ts'
import { openInZalo, type ZaloPage } from './open-in-zalo.ts'

const root = mkdtempSync(join(tmpdir(), 'zalo-probe-'))
const wwwDir = join(root, 'www')
const apiOrigin = 'https://api.portal.test'

let browser: Browser
let standIn: StandIn
let api: Server
let zalo: ZaloPage

beforeAll(async () => {
  await buildProbe()
  ;[browser, standIn] = await Promise.all([launchChromium(), startStandIn()])
  api = createServer((req, res) => {
    if (req.url !== '/closed') res.setHeader('access-control-allow-origin', req.headers.origin ?? '')
    if (req.url === '/open') res.setHeader('access-control-allow-headers', 'authorization')
    res.end(JSON.stringify({ method: req.method, origin: req.headers.origin }))
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => api.once('listening', resolve))
})

beforeEach(async () => {
  const apiTarget = `http://127.0.0.1:${(api.address() as AddressInfo).port}`
  const path = '/tin/abc?x=1'
  zalo = await openInZalo(browser, { wwwDir, standInUrl: standIn.url, apiOrigin, apiTarget, path })
  await zalo.page.locator('#app', { hasText: 'zalo' }).waitFor()
})
afterEach(() => zalo.close())

afterAll(async () => {
  await browser?.close()
  await standIn?.close()
  api?.close()
  rmSync(root, { recursive: true })
})

// These run in the page.
const inset = () => document.documentElement.style.getPropertyValue('--zaui-safe-area-inset-top')
const share = () => window.host.share({ title: 'Tin', description: 'Nội dung', path: '/tin/abc' })
const set = (value: string) => window.host.storage.set('draft', value)

async function buildProbe() {
  const entry = join(import.meta.dirname, 'probe/main.ts')
  const config = join(root, 'app-config.json')
  writeFileSync(config, '{"app":{"title":"Thử"}}')
  const names = 'assets/[name].[hash].module.js'
  const output = { entryFileNames: names, chunkFileNames: names }
  await build({
    configFile: false,
    logLevel: 'silent',
    base: './',
    plugins: [appConfigPlugin(config)],
    build: {
      outDir: wwwDir,
      emptyOutDir: true,
      target: 'es2017',
      modulePreload: { polyfill: false },
      rolldownOptions: { input: entry, output },
    },
  })
}

test('the access token of the person comes through the real SDK', async () => {
  const result = await zalo.page.evaluate(() => window.host.getAccessToken())
  expect(result).toEqual({ kind: 'ok', data: 'user-1000000000000000001' })
  expect(zalo.strayed).toEqual([])
  expect(zalo.refused).toEqual([])
})

test('phone, chat, picture, QR and window reach the native side', async () => {
  const results = await zalo.page.evaluate(async () => [
    await window.host.callPhone('113'),
    await window.host.openOaChat({ oaId: '42', message: 'Chào' }),
    await window.host.saveImage('data:image/png;base64,AAAA'),
    await window.host.scanQr(),
    await window.host.configureView({ title: 'Trang chủ' }),
  ])
  const done = { kind: 'ok', data: null }
  expect(results).toEqual([done, done, done, { kind: 'ok', data: 'https://zalo.me/s/1/' }, done])
  expect((await zalo.calls('action.open.phone'))[0]?.data).toMatchObject({ phoneNum: '113' })
  expect((await zalo.calls('action.open.chat'))[0]?.data).toMatchObject({ uId: '42', type: 0, msg: 'Chào' })
  expect(await zalo.page.title()).toBe('Trang chủ')
  expect(await zalo.page.evaluate(inset)).toBe('12px')
})

test('sharing makes a link into the app and opens the share sheet with it', async () => {
  expect(await zalo.page.evaluate(share)).toEqual({ kind: 'ok', data: 'shared' })
  const [sheet] = await zalo.calls('action.open.sharesheet')
  expect(sheet?.data['link']).toMatch(/^https:\/\/zalo\.me\/s\/1234567890\/tin\/abc\?(.*&)?zshareId=share\d+/)
})

test('refusals, cancellations and old versions are told apart', async () => {
  await zalo.answer('action.open.qr', { error_code: -201, error_message: 'refused' })
  await zalo.answer('action.open.sharesheet', { error_code: 0, data: { status: 0 } })
  await zalo.answer('action.open.chat', { error_code: -5, error_message: 'not supported' })
  await zalo.answer('action.save.image.gallery', { error_code: -1, error_message: 'permission required!' })
  const results = await zalo.page.evaluate(async () => [
    await window.host.scanQr(),
    await window.host.share({ title: 'a', description: 'b', path: '/' }),
    await window.host.openOaChat({ oaId: '42' }),
    await window.host.saveImage('data:image/png;base64,AAAA'),
  ])
  expect(results).toEqual([
    { kind: 'denied' },
    { kind: 'cancelled' },
    { kind: 'unsupported' },
    { kind: 'failed', code: -1403 },
  ])
})

test('drafts are kept in native storage and survive a reload, spaces included', async () => {
  const text = ' nội dung "có dấu" \n'
  expect(await zalo.page.evaluate(set, text)).toEqual({ kind: 'ok', data: 'device' })
  await zalo.page.reload()
  expect(await zalo.page.evaluate(() => window.host.storage.get('draft'))).toBe(text)
  await zalo.page.evaluate(() => window.host.storage.remove('draft'))
  expect(await zalo.page.evaluate(() => window.host.storage.get('draft'))).toBeUndefined()
  expect(await zalo.page.evaluate(() => localStorage.length)).toBe(0)
})

test('without the grant drafts go to the browser storage instead', async () => {
  await zalo.answer('mpds.set', { error_code: -1, error_message: 'permission required!' })
  expect(await zalo.page.evaluate(set, 'x')).toEqual({ kind: 'ok', data: 'device' })
  expect(await zalo.page.evaluate(() => localStorage.getItem('cong-an.1234567890.draft'))).toBe('x')
})

test('a link that reopens the waiting app arrives as a path of ours, and is acknowledged', async () => {
  await zalo.page.waitForFunction(() => 'zaloJSV2' in window)
  await zalo.openApp('/ho-so?ma=1')
  await zalo.page.waitForFunction(() => window.opened.length > 0)
  expect(await zalo.page.evaluate(() => window.opened)).toEqual(['/ho-so?ma=1'])
  expect(await zalo.acknowledged()).toEqual(['h5.event.open.mp'])
})

test('the API is reached across origins only as CORS allows', async () => {
  const ask = async (path: string, signed: boolean) =>
    zalo.page.evaluate(
      async ([url, authorization]) => {
        const headers = authorization ? { authorization } : undefined
        const response = await fetch(url, headers ? { headers } : {}).catch(() => undefined)
        return response ? await response.json() : 'blocked'
      },
      [apiOrigin + path, signed ? 'Bearer x' : ''] as const,
    )
  const answered = { method: 'GET', origin: 'https://h5.zdn.vn' }
  expect(await ask('/open', true)).toEqual(answered)
  expect(await ask('/simple', false)).toEqual(answered)
  expect(await ask('/simple', true)).toBe('blocked')
  expect(await ask('/closed', false)).toBe('blocked')
  expect(zalo.refused).toHaveLength(2)
})
