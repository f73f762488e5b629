import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { openPage } from './browser.ts'
import { launchChromium } from './chromium.ts'

const portal = inject('portal')
let browser: Browser
beforeAll(async () => void (browser = await launchChromium()))
afterAll(() => browser.close())

test('from home, two taps lead to what to bring, where, how long, how much and why', async () => {
  const { page, complaints } = await openPage(browser, portal)
  await page.goto('/')
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Thủ tục/ })
    .click()
  await page.getByRole('link', { name: /Cấp lại thẻ căn cước/ }).click()

  await page.getByRole('heading', { level: 1, name: /Cấp lại thẻ căn cước/ }).waitFor()
  await page
    .getByRole('heading', { name: /Lệ phí/ })
    .first()
    .waitFor()
  for (const question of [
    'Ai cần làm',
    'Cần mang theo',
    'Các bước',
    'Nơi làm',
    'Thời hạn',
    'Lệ phí',
    'Căn cứ',
  ]) {
    expect(
      await page.getByRole('heading', { name: new RegExp(question, 'i') }).count(),
      question,
    ).toBeGreaterThan(0)
  }
  expect(await page.getByText(/Nội dung được kiểm tra/).count()).toBeGreaterThan(0)
  expect(complaints).toEqual([])
})

test('a guide opens cold from a shared link, and a wrong one helps', async () => {
  const { page, complaints } = await openPage(browser, portal)
  const { guides } = (await (await fetch(`${portal}/api/guides`)).json()) as {
    guides: { slug: string; title: string }[]
  }
  await page.goto(`/guides/${guides[0]?.slug}`)
  await page.getByRole('heading', { level: 1, name: guides[0]?.title ?? '' }).waitFor()
  expect(complaints).toEqual([])

  await page.goto('/guides/khong-co-thu-tuc-nay')
  await page.getByRole('link', { name: 'Xem tất cả thủ tục' }).waitFor()
})

/** Everything that the screen says from now on. */
async function hear(page: Page): Promise<() => Promise<string>> {
  await page.evaluate(() => {
    const heard: (string | null)[] = []
    Object.assign(window, { heard })
    new MutationObserver((changes) => {
      for (const { addedNodes, target } of changes)
        for (const node of [target, ...addedNodes]) heard.push(node.textContent)
    }).observe(document, { subtree: true, childList: true, characterData: true })
  })
  return () => page.evaluate(() => (window as unknown as { heard: string[] }).heard.join('\n'))
}

test('on a cached visit a guide opens from the list without a sign of loading, on a slow phone too', async () => {
  const { page } = await openPage(browser, portal)
  const link = page.getByRole('link', { name: /Cấp lại thẻ căn cước/ })
  const heading = page.getByRole('heading', { level: 1, name: /Cấp lại thẻ căn cước/ })
  await page.goto('/guides')
  await link.click()
  await heading.waitFor()

  await page.goto('/guides')
  await link.waitFor()
  await page.waitForLoadState('networkidle')
  const phone = await page.context().newCDPSession(page)
  await phone.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const heard = await hear(page)
  await link.click()
  await heading.waitFor()
  expect(await heard()).toContain('Cần mang theo')
  expect(await heard()).not.toMatch(/Đang (tải|mở)/)
})

test('a guide read once is there without any network', async () => {
  const { page } = await openPage(browser, portal)
  await page.goto('/guides')
  await page.getByRole('link', { name: /Cấp lại thẻ căn cước/ }).click()
  await page
    .getByRole('heading', { name: /Lệ phí/ })
    .first()
    .waitFor()
  await page.route('**/api/**', (route) => route.abort())
  await page.reload()
  await page
    .getByRole('heading', { name: /Lệ phí/ })
    .first()
    .waitFor()
  await page.getByText(/Bản lưu trên máy/).waitFor()
})
