import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { readReceipt } from '#contract/receipt.ts'
import { startStandIn, type StandIn } from '#server/zalo/stand-in/start-stand-in.ts'
import { launchChromium } from '../chromium.ts'
import { demoApplications } from '../demo.ts'
import { apiOrigin } from '../setup.ts'
import { fillTip, receiptOn, sendTip } from '../tip-steps.ts'
import { openInZalo, type ZaloPage } from './open-in-zalo.ts'

const apiTarget = inject('portal')
const wwwDir = inject('zaloWww')
let browser: Browser
let standIn: StandIn

beforeAll(async () => {
  ;[browser, standIn] = await Promise.all([launchChromium(), startStandIn({ port: 0 })])
})
afterAll(async () => {
  await browser.close()
  await standIn.close()
})

const openAt = (path: string) =>
  openInZalo(browser, { wwwDir, standInUrl: standIn.url, apiOrigin, apiTarget, path })

async function expectClean({ strayed, refused }: ZaloPage) {
  expect(strayed).toEqual([])
  expect(refused).toEqual([])
}

test('inside Zalo a citizen follows an application', async () => {
  const zalo = await openAt('/applications')
  const [application] = await demoApplications()
  await zalo.page.getByLabel('Mã hồ sơ').fill(application?.code ?? '')
  await zalo.page.getByLabel('Số kiểm tra').fill(application?.factor ?? '')
  await zalo.page.getByRole('button', { name: 'Tra hồ sơ' }).click()
  await zalo.page.getByRole('button', { name: 'Tra hồ sơ khác' }).waitFor()
  await expectClean(zalo)
  await zalo.close()
})

test('inside Zalo a citizen sends a tip and is asked for no permission', async () => {
  const zalo = await openAt('/tips/new')
  await fillTip(zalo.page, 'Có người giả danh công an gọi điện đòi chuyển tiền.')
  await sendTip(zalo.page)
  expect(readReceipt(await receiptOn(zalo.page)).kind).toBe('ok')
  const asked = (await zalo.calls()).map(({ action }) => action)
  expect(asked.filter((action) => /location|number|authorize|userinfo|follow/.test(action))).toEqual([])
  await expectClean(zalo)
  await zalo.close()
})

test('a link that reaches the waiting app opens its page', async () => {
  const zalo = await openAt('/')
  await zalo.page.getByRole('heading', { name: 'Tin mới' }).waitFor()
  await zalo.page.waitForTimeout(2500)
  await zalo.openApp('/guides')
  await zalo.page.getByRole('heading', { level: 1, name: /Thủ tục/ }).waitFor()
  await zalo.close()
})
