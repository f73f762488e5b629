import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { readReceipt } from '#contract/receipt.ts'
import { openPage } from './browser.ts'
import { launchChromium } from './chromium.ts'
import { fillTip, keptDraft, receiptOn, sendTip } from './tip-steps.ts'

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
  await keptDraft(page, 'Bản nháp này phải còn sau khi tắt máy.')
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
  await keptDraft(page, 'Đoạn này không được còn')
  await page.getByRole('button', { name: 'Thoát nhanh' }).click()
  await page.waitForURL('**/news')
  const stored = await page.evaluate(() => JSON.stringify(localStorage))
  expect(stored).not.toContain('không được còn')
  await page.goto('/tips/new')
  await page.getByRole('radio').first().waitFor()
  expect(await page.getByLabel('Nội dung').inputValue()).toBe('')
})

test('the code is not left behind by accident: links, the back gesture and the back button ask first', async () => {
  const { page } = await openPage(browser, portal)
  await page.goto('/')
  await page.goto('/tips/new')
  await fillTip(page, 'Rời trang khi chưa lưu mã thì phải được hỏi.')
  await sendTip(page)
  const code = await receiptOn(page)
  const stay = page.getByRole('button', { name: 'Ở lại lưu mã' })
  await page.getByRole('link', { name: 'Trang chủ' }).click()
  await stay.click()
  await page.goBack()
  await stay.click()
  await page.getByRole('button', { name: 'Quay lại' }).click()
  await stay.click()
  expect(await receiptOn(page)).toBe(code)
  await page.getByRole('link', { name: 'Trang chủ' }).click()
  await page.getByRole('button', { name: 'Rời trang này' }).click()
  await page.getByRole('heading', { name: 'Tin mới' }).waitFor()
  await page.getByRole('link', { name: 'Báo tin', exact: true }).click()
  expect(await receiptOn(page)).toBe(code)
})

test('of two windows with the form one sends, and both end at one receipt', async () => {
  const { page: first } = await openPage(browser, portal)
  await first.goto('/tips/new')
  await first.getByRole('radio').first().waitFor()
  const second = await first.context().newPage()
  await second.goto('/tips/new')
  await fillTip(second, 'Hai cửa sổ mở cùng lúc, chỉ được một mã.')
  await first.getByText('Tin báo đang mở ở cửa sổ khác').waitFor()
  await sendTip(second)
  const code = await receiptOn(second)
  await first.getByRole('button', { name: 'Viết tiếp ở đây' }).click()
  expect(await receiptOn(first)).toBe(code)
  await second.getByText('Tin báo đang mở ở cửa sổ khác').waitFor()
})

test('with the code one comes back, reads and adds; leaving quickly leaves nothing on screen or phone', async () => {
  const { page, complaints } = await openPage(browser, portal)
  await page.goto('/tips/new')
  const story = 'Câu chuyện này chỉ hiện khi người gửi muốn xem.'
  await fillTip(page, story)
  await sendTip(page)
  const code = await receiptOn(page)
  await page.getByRole('button', { name: 'Tôi đã lưu mã' }).click()
  await page.getByRole('link', { name: 'Xem tin bằng mã' }).click()
  await page.getByLabel('Mã tin báo').fill(code)
  await page.getByRole('button', { name: 'Xem tin' }).click()
  await page.getByText('Đã nhận', { exact: true }).waitFor()
  expect(await page.getByText(story).count()).toBe(0)
  await page.getByLabel(/^Điều bạn muốn nói thêm/).fill('Họ vừa quay lại.')
  await page.getByRole('button', { name: 'Gửi thêm', exact: true }).click()
  await page.getByText('Nội dung đang ẩn.').waitFor()
  await page.getByRole('button', { name: 'Thoát nhanh' }).click()
  await page.waitForURL('**/news')
  await page.getByRole('heading', { level: 1, name: 'Tin tức' }).waitFor()
  // Nobody who takes the phone finds the form, the thread or the receipt behind it or before it.
  await expect.poll(() => page.evaluate(() => (history.state as { idx: number }).idx)).toBe(1)
  await page.goBack()
  await page.getByRole('heading', { name: 'Tin mới' }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/')
  await page.goForward()
  await page.getByRole('heading', { level: 1, name: 'Tin tức' }).waitFor()
  const left = await page.evaluate(() => JSON.stringify(localStorage) + JSON.stringify(history.state))
  expect(left).not.toContain(code.slice(6))
  expect(complaints).toEqual([])
})
