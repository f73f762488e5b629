import type { ScreenState } from './application-states.ts'
import { phonePicture } from '#server/testing/pictures.ts'
import { choosePictures, fillTip, receiptOn, sendTip } from './tip-steps.ts'

/** The form, its warnings, the receipt and the thread. */
export const tipStates: readonly ScreenState[] = [
  {
    name: 'tip',
    open: async (page) => {
      await page.goto('/tips/new')
      await page.getByRole('radio').first().waitFor()
    },
  },
  {
    name: 'tip-errors',
    open: async (page) => {
      await page.goto('/tips/new')
      await page.getByRole('radio').first().waitFor()
      await page.getByRole('button', { name: 'Gửi tin báo' }).click()
    },
  },
  {
    name: 'tip-fraud-now',
    open: async (page) => {
      await page.goto('/tips/new')
      await page.getByRole('radio', { name: 'Có, đang xảy ra' }).check()
      await page.getByRole('radio', { name: /^Lừa đảo/ }).check()
      await page.getByText('Thêm chi tiết, nếu bạn biết').click()
      await page.getByLabel(/^Người bị hại/).waitFor()
    },
  },
  {
    name: 'tip-files',
    open: async (page) => {
      await page.goto('/tips/new')
      await choosePictures(page, [
        { name: 'IMG_20261126_071502_cong-nha-tro.jpg', buffer: await phonePicture() },
        { name: 'bien-so-xe.jpg', buffer: await phonePicture() },
        { name: 'tep-nen.zip', buffer: Buffer.from('PK\x03\x04') },
      ])
      await page.getByText(/^2\. bien-so-xe/).waitFor()
      await page.getByText(/tep-nen.zip/).waitFor()
      await page.getByText(/^1\. IMG/).scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'tip-files-sending',
    open: async (page) => {
      // Under way for good.
      await page.route('**/api/tips/files/parts*', () => undefined)
      await page.goto('/tips/new')
      await choosePictures(page, [
        { name: 'cong-nha-tro.jpg', buffer: await phonePicture() },
        { name: 'bien-so-xe.jpg', buffer: await phonePicture() },
      ])
      await page.getByText(/^2\. bien-so-xe/).waitFor()
      await fillTip(page, 'Nội dung minh họa để xem tệp đang gửi.')
      await sendTip(page)
      await page.getByText('Đang gửi tệp 1/2.').scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'tip-files-stopped',
    noisy: true,
    open: async (page) => {
      await page.route('**/api/tips/files/parts*', (route) => route.abort())
      await page.goto('/tips/new')
      await choosePictures(page, [{ name: 'cong-nha-tro.jpg', buffer: await phonePicture() }])
      await page.getByText(/^1\. cong/).waitFor()
      await fillTip(page, 'Nội dung minh họa để xem tệp chưa gửi được.')
      await sendTip(page)
      await page.getByRole('button', { name: 'Gửi tiếp' }).waitFor({ timeout: 60_000 })
    },
  },
  {
    name: 'tip-too-little',
    open: async (page) => {
      await page.goto('/tips/new')
      await fillTip(page, 'Nội dung minh họa, chưa rõ ở đâu.')
      await page.getByLabel('Địa điểm', { exact: true }).fill('')
      await page.getByLabel('Thời gian', { exact: true }).fill('')
      await page.getByRole('button', { name: 'Gửi tin báo' }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'tip-code-wrong',
    open: async (page) => {
      await page.goto('/tips/open')
      await page.getByLabel('Mã tin báo').fill('HKQ6P-TK7O9')
      await page.getByRole('button', { name: 'Xem tin' }).click()
      await page.getByText(/Ký tự thứ 9/).waitFor()
    },
  },
  {
    name: 'tip-thread',
    open: async (page) => {
      await page.goto('/tips/new')
      await fillTip(page, 'Nội dung minh họa để xem màn hình trao đổi.')
      await sendTip(page)
      const code = await receiptOn(page)
      await page.getByRole('button', { name: 'Tôi đã lưu mã' }).click()
      await page.goto('/tips/open')
      await page.getByLabel('Mã tin báo').fill(code)
      await page.getByRole('button', { name: 'Xem tin' }).click()
      await page.getByRole('button', { name: 'Hiện nội dung tin' }).click()
      await page.getByText('Nội dung minh họa để xem màn hình trao đổi.').waitFor()
    },
  },
  {
    name: 'tip-receipt',
    open: async (page) => {
      await page.goto('/tips/new')
      await fillTip(page, 'Nội dung minh họa để xem màn hình mã tin báo.')
      await sendTip(page)
    },
  },
]
