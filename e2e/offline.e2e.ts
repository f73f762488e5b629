import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify from 'fastify'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { servePreview } from '#server/http/preview.ts'
import { phone } from './browser.ts'
import { launchChromium } from './chromium.ts'
import { startPortal } from './portal.ts'

let browser: Browser
let folder: string
beforeAll(async () => {
  browser = await launchChromium()
  folder = await mkdtemp(join(tmpdir(), 'portal-offline-'))
})
afterAll(async () => {
  await browser.close()
  await rm(folder, { recursive: true, force: true })
})

const newPhone = (baseURL: string) => browser.newContext({ baseURL, viewport: phone, locale: 'vi-VN' })

/** Until everything that must open without network lies on the phone. */
async function isReady(page: Page): Promise<void> {
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  await page.waitForFunction(() => localStorage.getItem('citizen-portal:lasting:search-index') !== null)
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).first().waitFor()

test('after one visit, guides, stations, numbers and kept checklists open cold with no network at all', async () => {
  const portal = await startPortal({ DATA_DIR: join(folder, 'data') })
  const context = await newPhone(portal.address)
  const visit = await context.newPage()
  await visit.goto('/guides/cap-doi-can-cuoc/checklist')
  await visit.getByRole('button', { name: 'Giữ lại trên máy này' }).click()
  await visit.getByRole('link', { name: 'Đã giữ, xem các danh sách' }).waitFor()
  await isReady(visit)
  await visit.close()
  await portal.kill()

  const page = await context.newPage()
  // A guide that was never opened, by its own address, as from a message in a chat.
  await page.goto('/guides/dang-ky-tam-tru')
  await page.getByRole('heading', { level: 1, name: 'Đăng ký tạm trú' }).waitFor()
  await heading(page, 'Cần mang theo')
  await page.getByText(/^Bản lưu trên máy, cập nhật (vừa xong|.+ trước), lúc/).waitFor()

  await page.goto('/stations')
  await heading(page, 'Số điện thoại cần biết')
  await page.getByRole('link', { name: /1800 1096/ }).waitFor()
  await page.getByText(/^Bản lưu trên máy, cập nhật/).waitFor()

  await page.goto('/search?q=mat+the')
  await page
    .getByRole('link', { name: /Cấp lại thẻ căn cước/ })
    .first()
    .waitFor()

  await page.goto('/checklists')
  await page.getByRole('link', { name: /Cấp đổi thẻ căn cước/ }).click()
  await page.getByRole('checkbox', { name: /Thẻ đang dùng/ }).check()
  await page.getByText(/^Bản giữ trên máy, cập nhật/).waitFor()

  await page.goto('/guides/finder')
  await heading(page, /Bạn cần làm việc gì/)
  await context.close()
})

/** The preview alone, with a page that says which build it is. */
async function serveBuild(name: string, port = 0) {
  const dir = join(folder, name)
  await cp(join(import.meta.dirname, '../www'), dir, { recursive: true })
  const page = await readFile(join(dir, 'index.html'), 'utf8')
  await writeFile(join(dir, 'index.html'), page.replace('<body>', `<body data-build="${name}">`))
  // A browser opens connections in advance: one without a request would keep the server for a minute.
  const app = Fastify({ forceCloseConnections: true })
  await servePreview(app, dir)
  await app.listen({ port, host: '127.0.0.1' })
  return { close: () => app.close(), port: (app.server.address() as AddressInfo).port }
}

async function openSettings(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await page.goto('/settings')
  await heading(page, 'Cài đặt')
  return page
}

const buildOf = (page: Page) => page.evaluate(() => document.body.dataset['build'])

/** Complete versions on the phone, and whether one waits until the pages of the one before are closed. */
const versionsOn = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration()
    if (!registration?.active || registration.installing) return 'not yet'
    return `${(await caches.keys()).length}${registration.waiting ? ', one waiting' : ''}`
  })
const patient = { interval: 500, timeout: 40_000 }

test(
  'a new build is seen at once, and then also without network; the old one leaves the phone',
  { timeout: 240_000 },
  async () => {
    const first = await serveBuild('first')
    const context = await newPhone(`http://127.0.0.1:${first.port}`)
    let page = await openSettings(context)
    await expect.poll(() => versionsOn(page), patient).toBe('1')
    await first.close()
    await page.close()
    page = await openSettings(context)
    expect(await buildOf(page)).toBe('first')
    await page.close()

    const second = await serveBuild('second', first.port)
    page = await openSettings(context)
    expect(await buildOf(page)).toBe('second')
    await expect.poll(() => versionsOn(page), patient).toBe('2, one waiting')
    await second.close()
    await page.close()
    // No page is open that began with the first build: the second takes over.
    await expect
      .poll(async () => {
        page = await openSettings(context)
        const state = [await buildOf(page), await versionsOn(page)]
        await page.close()
        return state
      }, patient)
      .toEqual(['second', '1'])
    await context.close()
  },
)

test('what is sent, and what is asked of the API, never passes through the service worker', async () => {
  const portal = await startPortal({ DATA_DIR: join(folder, 'data-api') })
  const context = await newPhone(portal.address)
  const page = await context.newPage()
  await page.goto('/')
  await isReady(page)
  await page.reload()
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  const answeredByWorker: string[] = []
  page.on('response', (answer) => {
    if (answer.fromServiceWorker()) answeredByWorker.push(new URL(answer.url()).pathname)
  })
  await page.reload()
  await heading(page, 'Tin mới')
  const kept = await page.evaluate(async () => {
    const caches_ = await Promise.all(
      (await caches.keys()).map(async (name) => (await caches.open(name)).keys()),
    )
    return caches_.flat().map(({ url }) => new URL(url).pathname)
  })
  expect(answeredByWorker.length).toBeGreaterThan(0)
  expect([...answeredByWorker, ...kept].filter((path) => /^\/(?:api|files)/.test(path))).toEqual([])
  await context.close()
  await portal.stop()
})
