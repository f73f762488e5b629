import type { Locator, Page } from 'playwright-core'

export async function fillTip(page: Page, text: string): Promise<void> {
  await page.getByRole('radio', { name: /Cờ bạc/ }).check()
  await page.getByLabel('Nội dung').fill(text)
  await page.getByLabel('Địa điểm', { exact: true }).fill('Kho sau chợ, cạnh tiệm sửa xe.')
  await page.getByLabel('Thời gian', { exact: true }).fill('Tối nào cũng vậy, khoảng 21 giờ.')
  await page.getByLabel('Tôi khai đúng những gì tôi biết').check()
}

/** Until the phone keeps these very words. */
export async function keptDraft(page: Page, text: string): Promise<void> {
  await page.waitForFunction((words) => JSON.stringify(localStorage).includes(words), text)
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

/** Sends a tip and comes back to its thread with the code, typed as on another day. */
export async function openNewThread(page: Page, text: string): Promise<string> {
  await page.goto('/tips/new')
  await fillTip(page, text)
  await sendTip(page)
  const code = await receiptOn(page)
  await page.getByRole('button', { name: 'Tôi đã lưu mã' }).click()
  await page.goto('/tips/open')
  await openThread(page, code)
  return code
}

export async function openThread(page: Page, code: string): Promise<void> {
  await page.getByLabel('Mã tin báo').fill(code)
  await page.getByRole('button', { name: 'Xem tin' }).click()
}

export async function choosePictures(
  page: Page,
  pictures: { name: string; buffer: Buffer }[],
): Promise<void> {
  await chooseFiles(
    page,
    pictures.map((picture) => ({ ...picture, mimeType: 'image/jpeg' })),
  )
}

/** Files by their content, or by where they lie. */
export async function chooseFiles(page: Page, files: Parameters<Locator['setInputFiles']>[0]): Promise<void> {
  await page.getByLabel(/^(Thêm|Gửi thêm) ảnh, video hoặc PDF$/).setInputFiles(files)
}
