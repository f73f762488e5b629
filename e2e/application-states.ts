import type { Page } from 'playwright-core'
import { lookUp, openApplication } from './application-steps.ts'

export interface ScreenState {
  name: string
  /** The browser itself reports failed requests on the console. */
  noisy?: boolean
  open: (page: Page) => Promise<void>
}

async function saveApplication(page: Page) {
  await openApplication(page, 'need_more')
  await page.getByRole('button', { name: 'Lưu hồ sơ trên máy này' }).click()
  await page.getByRole('link', { name: 'Đã lưu, mở hồ sơ đã lưu' }).click()
}

/** An application in every state, and every way to one. */
export const applicationStates: readonly ScreenState[] = [
  { name: 'application-ready', open: (page) => openApplication(page, 'ready') },
  { name: 'application-more', open: (page) => openApplication(page, 'need_more') },
  { name: 'application-rejected', open: (page) => openApplication(page, 'rejected') },
  {
    name: 'application-overdue',
    open: async (page) => {
      const [code, factor] = ['DEMO-010', '8901']
      await lookUp(page, code, factor)
      await page.getByRole('button', { name: 'Tra hồ sơ khác' }).waitFor()
    },
  },
  {
    name: 'application-late-reason',
    open: async (page) => {
      await lookUp(page, 'DEMO-012', '9012')
      await page.getByRole('button', { name: 'Tra hồ sơ khác' }).waitFor()
    },
  },
  {
    name: 'application-asked',
    open: async (page) => {
      await lookUp(page, 'DEMO-010', '8901')
      // Somebody may have asked before: once is all that is possible.
      await page.getByRole('button', { name: 'Tra hồ sơ khác' }).waitFor()
      const ask = page.getByRole('button', { name: 'Hỏi vì sao trễ' })
      if (await ask.isVisible()) await ask.click()
      await page.getByText(/Bạn đã hỏi vì sao trễ/).waitFor()
    },
  },
  {
    name: 'application-share',
    open: async (page) => {
      await openApplication(page, 'ready')
      await page.getByRole('button', { name: 'Cho người thân cùng theo dõi' }).click()
      await page.getByRole('img', { name: /Mã QR/ }).waitFor()
    },
  },
  {
    name: 'application-saved',
    open: async (page) => {
      await saveApplication(page)
      await page.getByRole('button', { name: 'Xóa khỏi máy này' }).waitFor()
    },
  },
  {
    name: 'applications-list',
    open: async (page) => {
      await saveApplication(page)
      await page.goto('/applications')
      await page.getByRole('heading', { name: 'Hồ sơ đã lưu trên máy này' }).waitFor()
    },
  },
  {
    name: 'application-unknown-qr',
    noisy: true,
    open: async (page) => {
      await page.goto(`/applications/open#${'0'.repeat(27)}`)
      await page.getByText('Mã này không mở được hồ sơ').waitFor()
    },
  },
  {
    name: 'scan',
    open: async (page) => {
      await page.goto('/applications/scan')
      await page.getByRole('button', { name: 'Quét mã' }).waitFor()
    },
  },
  {
    name: 'mine-outside-zalo',
    open: async (page) => {
      await page.goto('/applications/mine')
      await page.getByRole('button', { name: /^Tìm bằng số/ }).click()
      await page.getByText(/chỉ mở được trong Zalo/).waitFor()
    },
  },
  {
    name: 'application-empty-form',
    open: async (page) => {
      await page.goto('/applications')
      await page.getByRole('button', { name: 'Tra hồ sơ' }).click()
    },
  },
]
