import type { Page } from 'playwright-core'
import { decodeQR } from 'qr/decode.js'
import sharp from 'sharp'
import { demoApplications } from './demo.ts'

export async function lookUp(page: Page, code: string, factor: string): Promise<void> {
  await page.goto(`/applications?code=${encodeURIComponent(code)}`)
  await page.getByLabel('Số kiểm tra').fill(factor)
  await page.getByRole('button', { name: 'Tra hồ sơ' }).click()
}

export async function openApplication(page: Page, status: string): Promise<void> {
  const found = (await demoApplications()).find((application) => application.steps.at(-1)?.status === status)
  await lookUp(page, found?.code ?? '', found?.factor ?? '')
  await page.getByRole('button', { name: 'Tra hồ sơ khác' }).waitFor()
}

/** The link in the QR that the owner of an open application shows to a relative. */
export async function shareByQr(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Cho người thân cùng theo dõi' }).click()
  const qr = page.getByRole('img', { name: /Mã QR/ })
  await qr.waitFor()
  const picture = sharp(await qr.screenshot())
    .ensureAlpha()
    .raw()
  const { data, info } = await picture.toBuffer({ resolveWithObject: true })
  return decodeQR({ data, width: info.width, height: info.height })
}
