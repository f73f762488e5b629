import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { startStandIn, type StandIn } from '#server/zalo/stand-in/start-stand-in.ts'
import { launchChromium } from '../chromium.ts'
import { apiOrigin } from '../setup.ts'
import { openInZalo } from './open-in-zalo.ts'

let browser: Browser
let standIn: StandIn
beforeAll(async () => {
  ;[browser, standIn] = await Promise.all([launchChromium(), startStandIn({ port: 0 })])
})
afterAll(async () => {
  await browser.close()
  await standIn.close()
})

const native = () => sessionStorage.getItem('native') ?? ''

/** Zalo keeps the app's own files; what the app shows is for us to keep. */
test.for([
  ['as it was', false],
  ['when Zalo has emptied localStorage', true],
] as const)('inside Zalo, without our server, one visit is enough for the next, %s', async ([, emptied]) => {
  const zalo = await openInZalo(browser, {
    wwwDir: inject('zaloWww'),
    standInUrl: standIn.url,
    apiOrigin,
    apiTarget: inject('portal'),
    path: '/guides/cap-doi-can-cuoc/checklist',
  })
  const { page, context } = zalo
  await page.getByRole('button', { name: 'Giữ lại trên máy này' }).click()
  await page.getByRole('link', { name: 'Đã giữ, xem các danh sách' }).waitFor()
  await expect.poll(() => page.evaluate(native), { timeout: 30_000 }).toContain('search-index')

  await context.route(`${apiOrigin}/**`, (route) => route.abort('internetdisconnected'))
  const reopen = async (path: string) => {
    if (emptied) await page.evaluate(() => localStorage.clear())
    await page.goto(`https://h5.zdn.vn/zapps/1234567890${path}`)
  }
  const aged = (start: string) =>
    page.getByText(new RegExp(`^${start} trên máy, cập nhật (vừa xong|.+ trước), lúc`)).waitFor()

  // Never opened before, by its own address.
  await reopen('/guides/dang-ky-tam-tru')
  await page.getByRole('heading', { level: 1, name: 'Đăng ký tạm trú' }).waitFor()
  await page.getByRole('heading', { name: 'Cần mang theo' }).waitFor()
  await aged('Bản lưu')

  await reopen('/stations')
  await page.getByText('1800 1096').first().waitFor()
  await aged('Bản lưu')

  await reopen('/checklists')
  await page.getByRole('link', { name: /Cấp đổi thẻ căn cước/ }).click()
  await page.getByRole('checkbox', { name: /Thẻ đang dùng/ }).waitFor()
  await aged('Bản giữ')
  await zalo.close()
})
