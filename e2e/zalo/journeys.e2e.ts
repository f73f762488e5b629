import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { api } from '#contract/api.ts'
import { createClient } from '#contract/client.ts'
import { readReceipt } from '#contract/receipt.ts'
import { slipLink } from '#contract/slip-secret.ts'
import { tools } from '#contract/tools.ts'
import { startStandIn, type StandIn } from '#server/zalo/stand-in/start-stand-in.ts'
import { phonePicture } from '#server/testing/pictures.ts'
import { launchChromium } from '../chromium.ts'
import { openDutyDesk } from '../duty-desk.ts'
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

const openAt = (path: string, picture?: Buffer) =>
  openInZalo(browser, {
    wwwDir,
    standInUrl: standIn.url,
    apiOrigin,
    apiTarget,
    path,
    ...(picture && { picture }),
  })

async function expectClean({ strayed, refused }: ZaloPage) {
  expect(strayed).toEqual([])
  expect(refused).toEqual([])
}

test('inside Zalo a citizen follows an application', async () => {
  const zalo = await openAt('/applications')
  const [application] = await demoApplications()
  await zalo.page.getByLabel('Mã hồ sơ', { exact: true }).fill(application?.code ?? '')
  await zalo.page.getByLabel('Số kiểm tra').fill(application?.factor ?? '')
  await zalo.page.getByRole('button', { name: 'Tra hồ sơ' }).click()
  await zalo.page.getByRole('button', { name: 'Tra hồ sơ khác' }).waitFor()
  await expectClean(zalo)
  await zalo.close()
})

const client = createClient({ ...api, ...tools }, { origin: apiTarget })

/** A secret that opens the first invented application, as its owner's phone would show it. */
async function sharedSecret(): Promise<string> {
  const [application] = await demoApplications()
  const body = { code: application?.code ?? '', factor: application?.factor ?? '' }
  const opened = await client.applications.lookup({ body })
  const shared = opened.ok ? await client.slip.share({ body: { pass: opened.data.pass } }) : opened
  return shared.ok ? shared.data.secret : ''
}

test('inside Zalo a slip is scanned and the application opens', async () => {
  const zalo = await openAt('/applications/scan')
  const content = slipLink('https://portal.example.vn', await sharedSecret())
  await zalo.answer('action.open.qr', { error_code: 0, data: { content } })
  await zalo.page.getByRole('button', { name: 'Quét mã' }).click()
  await zalo.page.getByRole('button', { name: 'Lưu hồ sơ trên máy này' }).waitFor()
  await expectClean(zalo)
  await zalo.close()
})

test('inside Zalo nobody is asked for a number before the tap, and no may become yes', async () => {
  const zalo = await openAt('/applications/mine')
  const asked = async () => (await zalo.calls('action.mp.get.number')).length
  const button = zalo.page.getByRole('button', { name: 'Tìm bằng số điện thoại Zalo' })
  await button.waitFor()
  await zalo.answer('action.mp.get.number', { error_code: -1, error_message: 'refused' })
  expect(await asked()).toBe(0)
  await button.click()
  await zalo.page.getByText(/Bạn chưa đồng ý/).waitFor()
  // The stand-in's word for a number that an invented application was filed with.
  await zalo.answer('action.mp.get.number', { error_code: 0, data: { token: 'phone-0000001234' } })
  await button.click()
  await zalo.page
    .getByRole('button', { name: /^Xem hồ sơ/ })
    .first()
    .click()
  await zalo.page.getByRole('heading', { name: 'Đã tiếp nhận' }).waitFor()
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

test('inside Zalo a picture goes through its own picker, before the tip and to the same tip', async () => {
  const zalo = await openAt('/tips/new', await phonePicture({ orientation: 6 }))
  const { page } = zalo
  await page.getByText(/Ảnh được gửi ngay, trước khi bạn gửi tin/).waitFor()
  await page.getByRole('button', { name: 'Chọn ảnh qua Zalo' }).click()
  await page.getByText('1. Ảnh từ Zalo').waitFor()
  await fillTip(page, 'Có người phá khóa cổng, ảnh chọn qua Zalo.')
  await sendTip(page)
  const desk = await openDutyDesk(apiTarget)
  expect(await desk.filesOf((await receiptOn(page)).slice(0, 5))).toMatchObject([{ kind: 'picture' }])
  const [picker] = (await zalo.calls()).filter(({ data }) => data['upload'])
  expect(picker?.data).toMatchObject({ edit_view: { enable: 0 }, upload: { max_size: 20 * 1024 * 1024 } })
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
