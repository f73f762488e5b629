import { screen, waitFor, within } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { insertArticle } from '#server/news/news.repo.ts'
import { useOlderNews } from '#src/features/news/feed.store.ts'
import { setApiFetch } from '#src/lib/api.ts'
import { renderScreen } from '#src/testing/render-screen.tsx'
import { startPortal } from '#src/testing/start-portal.ts'
import { NewsScreen } from './news.screen.tsx'

let portal: Awaited<ReturnType<typeof startPortal>>
/** Goes on between tests, so that the server's page cache is old. */
let now = Date.parse('2026-11-23T10:00:00Z')
beforeAll(async () => void (portal = await startPortal({ clock: () => new Date(now) })))
beforeEach(() => portal.connect())
afterEach(async () => {
  useOlderNews.setState({}, true)
  now += 60_000
  await portal.empty()
})
afterAll(() => portal.close())

/** Article 1 is the newest. */
async function publish(count: number, category = 'canh-bao') {
  for (let number = 1; number <= count; number += 1) {
    await insertArticle(portal.db, {
      slug: `${category}-${number}`,
      category,
      title: `Tin ${category} ${number}`,
      summary: 'Tóm tắt.',
      publishedAt: new Date(Date.UTC(2026, 10, 23, 9) - number * 3_600_000).toISOString(),
      cover: null,
      demo: number === 1,
      body: [{ kind: 'paragraph', text: 'Nội dung.' }],
    })
  }
}

const articles = () => screen.findAllByRole('link', { name: /^Tin / })

test('the newest articles with category, weekday and a mark on what is invented', async () => {
  await publish(2)
  renderScreen(<NewsScreen />, { path: '/news' })
  const [first] = await articles()
  expect(first).toHaveAttribute('href', '/news/canh-bao-1')
  const item = within(first!.closest('li')!)
  expect(item.getByText('thứ Hai, 23/11/2026')).toBeVisible()
  expect(item.getByText('Dữ liệu minh họa')).toBeVisible()
  expect(await item.findByText('Cảnh báo')).toBeVisible()
})

test('"Xem thêm tin" adds the next page, goes on reading there, and the list is still there on coming back', async () => {
  await publish(25)
  const { user, unmount } = renderScreen(<NewsScreen />, { path: '/news' })
  expect(await articles()).toHaveLength(20)
  await user.click(screen.getByRole('button', { name: 'Xem thêm tin' }))
  await waitFor(() => expect(screen.getByRole('link', { name: 'Tin canh-bao 21' })).toHaveFocus())
  expect(await articles()).toHaveLength(25)
  expect(screen.queryByRole('button', { name: 'Xem thêm tin' })).toBeNull()

  unmount()
  renderScreen(<NewsScreen />, { path: '/news' })
  expect(screen.getAllByRole('link', { name: /^Tin / })).toHaveLength(25)
})

test('a page that does not come can be asked for again, and the others stay', async () => {
  await publish(21)
  const { user } = renderScreen(<NewsScreen />, { path: '/news' })
  await articles()
  setApiFetch(async () => new Response('', { status: 500 }))
  await user.click(screen.getByRole('button', { name: 'Xem thêm tin' }))
  await screen.findByRole('alert')
  expect(await articles()).toHaveLength(20)
  portal.connect()
  await user.click(screen.getByRole('button', { name: 'Thử lại' }))
  expect(await screen.findByRole('link', { name: 'Tin canh-bao 21' })).toBeVisible()
})

test('a category is a link, and the address holds it', async () => {
  await publish(1)
  await publish(1, 'thu-tuc')
  const { user, path } = renderScreen(<NewsScreen />, { path: '/news' })
  expect(await articles()).toHaveLength(2)
  const filter = within(await screen.findByRole('navigation', { name: 'Lọc theo chuyên mục' }))
  expect(filter.getByRole('link', { name: 'Tất cả' })).toHaveAttribute('aria-current', 'page')
  await user.click(filter.getByRole('link', { name: 'Thủ tục' }))
  expect(path()).toBe('/news?category=thu-tuc')
  await waitFor(async () => expect(await articles()).toHaveLength(1))
  expect(filter.getByRole('link', { name: 'Thủ tục' })).toHaveAttribute('aria-current', 'page')
})

test('an empty category and one that does not exist both lead on', async () => {
  const { unmount } = renderScreen(<NewsScreen />, { path: '/news?category=hoat-dong' })
  expect(await screen.findByText('Chuyên mục này chưa có tin nào.')).toBeVisible()
  unmount()
  renderScreen(<NewsScreen />, { path: '/news?category=khong-co' })
  expect(await screen.findByText('Không có chuyên mục này')).toBeVisible()
  expect(screen.getByRole('link', { name: 'Xem tất cả tin' })).toHaveAttribute('href', '/news')
})

test('without network the copy on the phone is shown, and says so', async () => {
  await publish(1)
  const { unmount } = renderScreen(<NewsScreen />, { path: '/news' })
  await articles()
  unmount()
  const { resetResources } = await import('#src/lib/resource-store.ts')
  resetResources()
  setApiFetch(async () => new Response('', { status: 500 }))
  renderScreen(<NewsScreen />, { path: '/news' })
  expect(screen.getByRole('link', { name: 'Tin canh-bao 1' })).toBeVisible()
  expect(await screen.findByText(/Bản lưu trên máy/)).toBeVisible()
})

test('nothing stored and no answer: words and a way to try again', async () => {
  setApiFetch(async () => new Response('', { status: 500 }))
  const { user } = renderScreen(<NewsScreen />, { path: '/news' })
  await screen.findByRole('alert')
  await publish(1)
  portal.connect()
  await user.click(screen.getByRole('button', { name: 'Thử lại' }))
  expect(await articles()).toHaveLength(1)
})
