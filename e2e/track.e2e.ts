import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { lookUp, openApplication, shareByQr } from './application-steps.ts'
import { openPage } from './browser.ts'
import { launchChromium } from './chromium.ts'
import { readSlipSecret } from '#contract/slip-secret.ts'
import { demoApplications } from './demo.ts'

const portal = inject('portal')
let browser: Browser
beforeAll(async () => void (browser = await launchChromium()))
afterAll(() => browser.close())

test('an invented application of every state opens with its code and factor', async () => {
  const { page, complaints } = await openPage(browser, portal)
  for (const { code, factor, steps } of await demoApplications()) {
    await lookUp(page, code, factor)
    await page.getByRole('button', { name: 'Tra hồ sơ khác' }).waitFor()
    // One entry for every step, and never the factor.
    expect(await page.locator('.timeline > li').count()).toBe(steps.length)
    expect(await page.getByRole('main').innerText()).toContain('Kết quả chính thức xem trên VNeID')
    expect(page.url()).not.toContain(factor)
  }
  expect(complaints).toEqual([])
})

test('a wrong code and a wrong factor read alike', async () => {
  const [first] = await demoApplications()
  const texts: string[] = []
  for (const code of [first?.code ?? '', 'KHONG-CO-MA-NAY']) {
    const { page } = await openPage(browser, portal)
    await page.goto('/applications')
    await page.getByLabel('Mã hồ sơ', { exact: true }).fill(code)
    await page.getByLabel('Số kiểm tra').fill('0000')
    await page.getByRole('button', { name: 'Tra hồ sơ' }).click()
    texts.push(await page.getByRole('alert').innerText())
  }
  expect(texts[0]).toBe(texts[1])
})

test('a saved application opens in one tap, without network too, and is removed again', async () => {
  const { page } = await openPage(browser, portal)
  await openApplication(page, 'need_more')
  await page.getByRole('button', { name: 'Lưu hồ sơ trên máy này' }).click()
  await page.getByRole('link', { name: 'Đã lưu, mở hồ sơ đã lưu' }).waitFor()
  const kept = await page.evaluate(() => JSON.stringify(localStorage))
  expect(kept).not.toMatch(/"2345"|\bpass\b/)
  await page.goto('/applications')
  await page.getByRole('link', { name: /^Cần bổ sung: / }).click()
  await page.getByRole('checkbox').first().check()
  await page.route('**/api/**', (route) => route.abort())
  await page.reload()
  await page.getByText(/Đây là bản lưu lúc/).waitFor({ timeout: 20_000 })
  expect(await page.getByRole('checkbox').first().isChecked()).toBe(true)
  await page.unroute('**/api/**')
  await page.getByRole('button', { name: 'Tải bản mới' }).click()
  await page.getByText(/Đây là bản lưu lúc/).waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: 'Xóa khỏi máy này' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Xóa', exact: true }).click()
  await page.getByLabel('Mã hồ sơ', { exact: true }).waitFor()
  expect(await page.getByText('Hồ sơ đã lưu trên máy này').count()).toBe(0)
})

test('a relative scans the QR from the screen and sees the same application', async () => {
  const owner = await openPage(browser, portal)
  await openApplication(owner.page, 'ready')
  const link = await shareByQr(owner.page)
  expect(link.startsWith(`${portal}/applications/open#`)).toBe(true)
  const relative = await openPage(browser, portal)
  await relative.page.goto(link)
  await relative.page.getByRole('heading', { name: 'Mời đến nhận' }).waitFor()
  // Neither in the address bar nor in anything that was sent as an address.
  const secret = readSlipSecret(link) ?? 'none'
  expect(relative.page.url()).toBe(`${portal}/applications/open`)
  expect(relative.requests.filter((url) => url.includes(secret) && !url.startsWith(link))).toEqual([])
  await relative.page.getByRole('button', { name: 'Cho người thân cùng theo dõi' }).click()
  await relative.page.getByText(/do người khác cho bạn xem/).waitFor()
  await relative.page.getByRole('button', { name: 'Đóng' }).click()
  await relative.page.getByRole('button', { name: 'Lưu hồ sơ trên máy này' }).click()
  await relative.page.getByRole('link', { name: /^Đã lưu/ }).waitFor()

  // Taken back, the code on the screen is dead too, and is not shown as if it lived.
  await owner.page.getByRole('button', { name: 'Đóng' }).click()
  await owner.page.getByRole('button', { name: 'Cho người thân cùng theo dõi' }).click()
  await owner.page.getByRole('button', { name: 'Gỡ khỏi các máy khác' }).click()
  await owner.page.getByRole('dialog', { name: 'Đã gỡ các máy khác' }).waitFor()
  expect(await owner.page.getByRole('img', { name: /Mã QR/ }).count()).toBe(0)
  await owner.page.getByRole('button', { name: 'Tạo mã mới' }).click()
  await owner.page.getByRole('img', { name: /Mã QR/ }).waitFor()
})
