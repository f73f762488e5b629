import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openPage, undrawn } from './browser.ts'
import { launchChromium } from './chromium.ts'

const portal = inject('portal')
let browser: Browser
beforeAll(async () => void (browser = await launchChromium()))
afterAll(() => browser.close())

test('home needs at most twelve requests, none to another host, and no Zalo SDK', async () => {
  const { page, requests, complaints } = await openPage(browser, portal)
  await page.goto('/')
  await page.getByRole('heading', { name: 'Tin mới' }).waitFor()
  await page.waitForLoadState('networkidle')
  expect(requests.length, requests.join('\n')).toBeLessThanOrEqual(12)
  const scripts = await Promise.all(
    requests.filter((url) => url.endsWith('.js')).map(async (url) => (await fetch(url)).text()),
  )
  expect(scripts.some((script) => script.includes('ZaloJavaScriptInterface'))).toBe(false)
  expect(complaints).toEqual([])
})

test('a repeat visit shows content before the network answers', async () => {
  const { page } = await openPage(browser, portal)
  await undrawn(page)
  await page.goto('/')
  await page.locator('main a[href^="/news/"]').nth(2).waitFor()
  await page.route('**/api/**', () => undefined)
  await page.reload({ waitUntil: 'commit' })
  await page.locator('main a[href^="/news/"]').nth(2).waitFor()
})

test('without its scripts Home says everything and leads everywhere', async () => {
  const context = await browser.newContext({ baseURL: portal, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/')
  expect(await page.locator('main a[href^="/news/"]').count()).toBeGreaterThanOrEqual(3)
  expect(await page.locator('main a[href="tel:113"]').count()).toBeGreaterThan(0)
  await page.getByRole('heading', { name: 'Số điện thoại cần biết' }).waitFor()
  await context.close()
})

test('the app takes over the very elements that were drawn, without a jump', async () => {
  const { page, complaints } = await openPage(browser, portal)
  await page.addInitScript(() => {
    const shifts: number[] = []
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value)
    }).observe({ type: 'layout-shift', buffered: true })
    document.addEventListener('DOMContentLoaded', () =>
      Object.assign(window, { drawn: [...document.querySelectorAll('h1, h2, main a, nav a')] }),
    )
  })
  await page.goto('/')
  await page.locator('html[data-theme]').waitFor()
  await page.waitForLoadState('networkidle')
  const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)
  expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.02)
  const kept = await page.evaluate(() => {
    const { drawn } = window as unknown as { drawn: Element[] }
    return { of: drawn.length, still: drawn.filter((element) => element.isConnected).length }
  })
  expect(kept.of).toBeGreaterThan(10)
  expect(kept.still).toBe(kept.of)
  expect(complaints).toEqual([])
})

test('the five tabs lead to the five places and say where one is', async () => {
  const { page, complaints } = await openPage(browser, portal)
  await page.goto('/')
  for (const name of ['Thủ tục', 'Hồ sơ', 'Báo tin', 'Tin tức', 'Trang chủ']) {
    await page.getByRole('navigation', { name: 'Mục chính' }).getByRole('link', { name }).click()
    const current = page.getByRole('navigation', { name: 'Mục chính' }).locator('[aria-current="page"]')
    await expect.poll(() => current.innerText()).toBe(name)
  }
  expect(complaints).toEqual([])
})

test('everything on home can be reached and opened with the keyboard alone', async () => {
  const { page } = await openPage(browser, portal)
  await page.goto('/')
  // The app itself: it takes the place of what the server drew, and the focus with it.
  await page.locator('html[data-theme]').waitFor()
  const reached = new Set<string>()
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    reached.add(await page.evaluate(() => document.activeElement?.getAttribute('href') ?? ''))
  }
  for (const path of ['/guides', '/applications', '/tips/new', '/news', '/stations'])
    expect(reached).toContain(path)
})
