import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { openPage } from './browser.ts'
import { launchChromium } from './chromium.ts'
import { demoApplications } from './demo.ts'

const portal = inject('portal')
let browser: Browser
beforeAll(async () => void (browser = await launchChromium()))
afterAll(() => browser.close())

test('an invented application of every state opens with its code and factor', async () => {
  const { page, complaints } = await openPage(browser, portal)
  for (const { code, factor, steps } of await demoApplications()) {
    await page.goto(`/applications?code=${encodeURIComponent(code)}`)
    expect(await page.getByLabel('Mã hồ sơ').inputValue()).toBe(code)
    await page.getByLabel('Số kiểm tra').fill(factor)
    await page.getByRole('button', { name: 'Tra hồ sơ' }).click()
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
    await page.getByLabel('Mã hồ sơ').fill(code)
    await page.getByLabel('Số kiểm tra').fill('0000')
    await page.getByRole('button', { name: 'Tra hồ sơ' }).click()
    texts.push(await page.getByRole('alert').innerText())
  }
  expect(texts[0]).toBe(texts[1])
})
