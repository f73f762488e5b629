import type { Page } from 'playwright-core'

export async function fillTip(page: Page, text: string): Promise<void> {
  await page.getByRole('radio', { name: /Cờ bạc/ }).check()
  await page.getByLabel('Nội dung').fill(text)
  await page.getByLabel('Địa điểm', { exact: true }).fill('Kho sau chợ, cạnh tiệm sửa xe.')
  await page.getByLabel('Thời gian', { exact: true }).fill('Tối nào cũng vậy, khoảng 21 giờ.')
  await page.getByLabel('Tôi khai đúng những gì tôi biết').check()
}

export async function sendTip(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Gửi tin báo' }).click()
  await page.getByText('Đã nhận tin của bạn').waitFor()
}

/** The code as the citizen would copy it. */
export async function receiptOn(page: Page): Promise<string> {
  await page.getByText('Đã nhận tin của bạn').waitFor()
  const text = await page.getByRole('main').innerText()
  return /(?:[2-9A-Z]{5}[\s-]+){3}[2-9A-Z]{5}/.exec(text)?.[0] ?? ''
}

export async function choosePictures(
  page: Page,
  pictures: { name: string; buffer: Buffer }[],
): Promise<void> {
  const files = pictures.map((picture) => ({ ...picture, mimeType: 'image/jpeg' }))
  await page.getByLabel(/^(Thêm|Gửi thêm) ảnh, video hoặc PDF$/).setInputFiles(files)
}
