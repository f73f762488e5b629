import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { readReceipt } from '#contract/receipt.ts'
import { openPage } from './browser.ts'
import { launchChromium } from './chromium.ts'
import { fillTip, receiptOn, sendTip } from './tip-steps.ts'

const portal = inject('portal')
let browser: Browser
beforeAll(async () => void (browser = await launchChromium()))
afterAll(() => browser.close())

const loseNetwork = (page: Page) => page.route('**/api/tips', (route) => route.abort())

test('an anonymous tip gets a receipt whose code checks out', async () => {
  const { page, complaints } = await openPage(browser, portal)
  await page.goto('/tips/new')
  await fillTip(page, 'Có nhóm đánh bạc trong kho sau chợ, tối nào cũng có.')
  await sendTip(page)
  expect(readReceipt(await receiptOn(page)).kind).toBe('ok')
  await page.getByRole('button', { name: 'Tôi đã lưu mã' }).click()
  await page.reload()
  await page.getByRole('button', { name: 'Gửi tin báo' }).waitFor()
  expect(await page.getByLabel('Nội dung').inputValue()).toBe('')
  expect(complaints).toEqual([])
})

test('a draft survives a reload and an app that was killed', async () => {
  const { page } = await openPage(browser, portal)
  await page.goto('/tips/new')
  await fillTip(page, 'Bản nháp này phải còn sau khi tắt máy.')
  await page.waitForTimeout(800)
  // A new page in the same phone storage is what remains of a killed app.
  const again = await page.context().newPage()
  await page.close({ runBeforeUnload: false })
  await again.goto('/tips/new')
  await again
    .getByText(/khôi phục/i)
    .first()
    .waitFor()
  expect(await again.getByLabel('Nội dung').inputValue()).toBe('Bản nháp này phải còn sau khi tắt máy.')
})

test('when the network dies while sending, trying again gives one tip and one receipt', async () => {
  const { page } = await openPage(browser, portal)
  const bodies: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/api/tips')) bodies.push(request.postData() ?? '')
  })
  await page.goto('/tips/new')
  await fillTip(page, 'Mạng mất đúng lúc gửi thì tin không được mất.')
  await loseNetwork(page)
  await page.getByRole('button', { name: 'Gửi tin báo' }).click()
  await page.getByRole('button', { name: /Gửi lại/ }).waitFor()
  await page.unroute('**/api/tips')
  await page.getByRole('button', { name: /Gửi lại/ }).click()
  expect(readReceipt(await receiptOn(page)).kind).toBe('ok')
  expect(new Set(bodies).size).toBe(1)
})

test('emergency numbers and the form are there without any network after a first visit', async () => {
  const { page } = await openPage(browser, portal)
  await page.goto('/tips/new')
  await page.getByRole('radio').first().waitFor()
  await page.route('**/api/**', (route) => route.abort())
  await page.reload()
  await page.locator('a[href="tel:113"]').first().waitFor()
  await page.getByRole('radio').first().waitFor()
})

test('the quick exit clears the draft and lands on an ordinary screen', async () => {
  const { page } = await openPage(browser, portal)
  await page.goto('/tips/new')
  await fillTip(page, 'Đoạn này không được còn trên máy sau khi thoát.')
  await page.waitForTimeout(800)
  await page.getByRole('button', { name: 'Thoát nhanh' }).click()
  await page.waitForURL('**/news')
  const stored = await page.evaluate(() => JSON.stringify(localStorage))
  expect(stored).not.toContain('không được còn')
  await page.goto('/tips/new')
  await page.getByRole('radio').first().waitFor()
  expect(await page.getByLabel('Nội dung').inputValue()).toBe('')
})
