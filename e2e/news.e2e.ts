import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { openPage } from './browser.ts'
import { launchChromium } from './chromium.ts'

const portal = inject('portal')
let browser: Browser
beforeAll(async () => void (browser = await launchChromium()))
afterAll(() => browser.close())

const articleLinks = 'main a[href^="/news/"]'

test('the feed shows a page, then the next one, and comes back where the reader was', async () => {
  const { page, complaints } = await openPage(browser, portal)
  await page.goto('/news')
  await page.locator(articleLinks).first().waitFor()
  expect(await page.locator(articleLinks).count()).toBe(20)
  await page.getByRole('button', { name: 'Xem thêm tin' }).click()
  await page.locator(articleLinks).nth(20).waitFor()
  const all = await page
    .locator(articleLinks)
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  expect(new Set(all).size).toBe(all.length)

  await page.locator(articleLinks).nth(22).click()
  await page.getByRole('article').waitFor()
  await page.goBack()
  await page.locator(articleLinks).nth(22).waitFor()
  expect(complaints).toEqual([])
})

test('covers come in a modern format and a fitting size', async () => {
  const { page, requests } = await openPage(browser, portal)
  await page.goto('/news')
  await page.locator(articleLinks).first().waitFor()
  await page.waitForLoadState('networkidle')
  const covers = requests.filter((url) => url.includes('/files/pictures/'))
  expect(covers.length).toBeGreaterThan(0)
  expect(covers.every((url) => url.endsWith('.avif'))).toBe(true)
})

test('an article opens cold from a forwarded link, and a lost one helps', async () => {
  const { page, complaints } = await openPage(browser, portal)
  const { articles } = (await (await fetch(`${portal}/api/news`)).json()) as {
    articles: { slug: string; title: string }[]
  }
  await page.goto(`/news/${articles[3]?.slug}`)
  await page.getByRole('heading', { level: 1, name: articles[3]?.title ?? '' }).waitFor()
  expect(complaints).toEqual([])
  await page.goto('/news/tin-khong-con')
  await page.getByRole('main').getByRole('link', { name: /tin/i }).first().waitFor()
})
