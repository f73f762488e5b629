import type { Page } from 'playwright-core'
import { applicationStates, type ScreenState } from './application-states.ts'
import { undrawn } from './browser.ts'
import { answerFinder, expiredCard } from './finder-steps.ts'
import { tipFileStates } from './tip-file-states.ts'
import { tipStates } from './tip-states.ts'

const at = (path: string, ready: (page: Page) => Promise<unknown>) => async (page: Page) => {
  await page.goto(path)
  // The app itself, where the server has drawn the page beforehand.
  await page.locator('html[data-theme]').waitFor()
  await ready(page)
}
const heading = (name: RegExp) => (page: Page) => page.getByRole('heading', { name }).first().waitFor()

const offline = (path: string) => async (page: Page) => {
  await page.route('**/api/**', (route) => route.abort())
  await page.goto(path)
  await page
    .getByRole('button', { name: /Thử lại/ })
    .first()
    .waitFor({ timeout: 20_000 })
}

const broken = (path: string) => async (page: Page) => {
  await page.route('**/api/**', (route) => route.fulfill({ status: 500, body: 'no' }))
  await undrawn(page)
  await page.goto(path)
  await page
    .getByRole('button', { name: /Thử lại/ })
    .first()
    .waitFor()
}

/** Every screen in every state worth looking at: used by the accessibility tests and the screenshots. */
export const states: readonly ScreenState[] = [
  { name: 'home', open: at('/', heading(/Tin mới/)) },
  { name: 'guides', open: at('/guides', (page) => page.getByRole('link', { name: /Cấp lại/ }).waitFor()) },
  { name: 'guide', open: at('/guides/cap-lai-can-cuoc', heading(/Lệ phí/)) },
  { name: 'guide-abolished', open: at('/guides/xac-nhan-so-chung-minh-nhan-dan', heading(/Căn cứ/)) },
  {
    name: 'finder',
    open: at('/guides/finder', heading(/Bạn cần làm việc gì/)),
  },
  {
    name: 'finder-outcome',
    open: async (page) => {
      await page.goto('/guides/finder')
      await answerFinder(page, ...expiredCard)
      await heading(/Cấp đổi thẻ căn cước/)(page)
      await heading(/Chọn ngày/)(page)
    },
  },
  {
    name: 'finder-abolished',
    open: async (page) => {
      await page.goto('/guides/finder')
      await answerFinder(page, 'Đổi giấy tờ cũ sang thẻ căn cước', 'Tôi bị đòi giấy xác nhận số CMND cũ')
      await page.getByText(/^Đã bãi bỏ từ/).waitFor()
    },
  },
  {
    name: 'checklists',
    open: async (page) => {
      await page.goto('/guides/cap-doi-can-cuoc/checklist')
      await page.getByRole('button', { name: 'Giữ lại trên máy này' }).click()
      await page.getByRole('link', { name: 'Đã giữ, xem các danh sách' }).click()
      await page.getByRole('button', { name: /Xóa/ }).waitFor()
    },
  },
  {
    name: 'applications',
    open: at('/applications', (page) => page.getByLabel('Mã hồ sơ', { exact: true }).waitFor()),
  },
  ...applicationStates,
  { name: 'news', open: at('/news', (page) => page.getByRole('button', { name: 'Xem thêm tin' }).waitFor()) },
  {
    name: 'article',
    open: async (page) => {
      await page.goto('/news')
      await page.locator('main a[href^="/news/"]').first().click()
      await page.getByRole('article').waitFor()
    },
  },
  ...tipStates,
  ...tipFileStates,
  { name: 'stations', open: at('/stations', heading(/Công an phường Bến Cát/)) },
  { name: 'station', open: at('/?station=ben-cat', heading(/Đường đi/)) },
  {
    name: 'station-closed',
    open: at('/stations/cong-an-thanh-pho-ben-cat', (page) => page.getByText(/Nơi này ngừng/).waitFor()),
  },
  {
    name: 'my-station',
    open: at('/my-station#cu.my-phuoc/', (page) => page.getByText(/Chưa rõ khu phố/).waitFor()),
  },
  {
    name: 'my-station-elsewhere',
    open: at('/my-station#cu.tan-dinh', (page) => page.getByText(/phục vụ bạn/).waitFor()),
  },
  {
    name: 'search',
    open: at('/search', (page) => page.getByRole('button', { name: 'mất căn cước' }).waitFor()),
  },
  {
    name: 'search-found',
    open: at('/search?q=mat+the', (page) => page.getByText('Tin tức, ').first().waitFor()),
  },
  {
    name: 'search-nothing',
    open: at('/search?q=xyzq+wkzz', (page) => page.getByText(/^Chưa tìm thấy/).waitFor()),
  },
  { name: 'settings', open: at('/settings', heading(/./)) },
  { name: 'not-found', open: at('/khong-co-trang-nay', heading(/./)) },
  { name: 'guides-offline', noisy: true, open: offline('/guides') },
  { name: 'news-offline', noisy: true, open: offline('/news') },
  { name: 'guides-failed', noisy: true, open: broken('/guides') },
  { name: 'home-failed', noisy: true, open: broken('/') },
]
