import type { ScreenState } from './application-states.ts'
import { fillTip, openNewThread, openThread, sendTip } from './tip-steps.ts'

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
    name: 'tip-thread-unsent',
    open: async (page) => {
      const code = await openNewThread(page, 'Nội dung minh họa để xem điều viết dở.')
      await page.getByLabel(/^Điều bạn muốn nói thêm/).fill('Xe màu đỏ, biển số có số 61.')
      await page.reload()
      await openThread(page, code)
      await page.getByText(/viết lần trước/).scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'tip-thread',
    open: async (page) => {
      await openNewThread(page, 'Nội dung minh họa để xem màn hình trao đổi.')
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
