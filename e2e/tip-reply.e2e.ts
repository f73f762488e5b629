import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openPage } from './browser.ts'
import { launchChromium } from './chromium.ts'
import { openDutyDesk } from './duty-desk.ts'
import { fillTip, receiptOn, sendTip } from './tip-steps.ts'

const portal = inject('portal')
let browser: Browser
let desk: Awaited<ReturnType<typeof openDutyDesk>>
beforeAll(async () => {
  ;[browser, desk] = await Promise.all([launchChromium(), openDutyDesk(portal)])
})
afterAll(() => browser.close())

async function officerSays(publicCode: string, kind: 'question' | 'answered' | 'note', text: string) {
  const tip = (await desk.tips()).find((one) => one.publicCode === publicCode)
  const params = { id: String(tip?.id) }
  const done = await desk.client.deskTips.add({ params, body: { clientKey: randomUUID(), kind, text } })
  expect(done.ok).toBe(true)
}

test("an officer's question reaches the sender's thread, the sender's answer the desk, and a note nobody else", async () => {
  const { page } = await openPage(browser, portal)
  await page.goto('/tips/new')
  await fillTip(page, 'Quán cà phê đầu ngõ nhận ghi đề mỗi chiều, người đến đông.')
  await sendTip(page)
  const code = await receiptOn(page)
  await officerSays(code.slice(0, 5), 'question', 'Quán có biển hiệu gì để nhận ra không?')
  await officerSays(code.slice(0, 5), 'note', 'Giao tổ địa bàn xem lại chiều mai.')

  const { page: later } = await openPage(browser, portal)
  await later.goto('/tips/open')
  await later.getByLabel('Mã tin báo', { exact: true }).fill(code)
  await later.getByRole('button', { name: 'Xem tin' }).click()
  await later.getByText('Quán có biển hiệu gì để nhận ra không?').waitFor()
  expect(await later.getByText('Giao tổ địa bàn').count()).toBe(0)
  await later.getByLabel('Điều bạn muốn nói thêm hoặc trả lời').fill('Biển màu vàng, ghi chữ Sớm Mai.')
  await later.getByRole('button', { name: 'Gửi thêm', exact: true }).click()
  await later.getByText('Bạn gửi thêm').waitFor()

  const tip = (await desk.tips()).find((one) => one.publicCode === code.slice(0, 5))
  expect(tip?.waiting).toBe(true)
  const opened = await desk.client.deskTips.open({ params: { id: String(tip?.id) } })
  const texts = opened.ok ? opened.data.entries.map(({ text }) => text) : []
  expect(texts).toContain('Biển màu vàng, ghi chữ Sớm Mai.')
})
