import { screen, within } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { insertArticle, type NewArticle } from '#server/news/news.repo.ts'
import { renderScreen } from '#src/testing/render-screen.tsx'
import { startPortal } from '#src/testing/start-portal.ts'
import { ArticleScreen } from './article.screen.tsx'

let portal: Awaited<ReturnType<typeof startPortal>>
/** Goes on between tests, so that the server's page cache is old. */
let now = Date.parse('2026-11-23T10:00:00Z')
beforeAll(async () => void (portal = await startPortal({ clock: () => new Date(now) })))
beforeEach(() => portal.connect())
afterEach(async () => {
  now += 60_000
  await portal.empty()
})
afterAll(() => portal.close())

const article: NewArticle = {
  slug: 'gia-danh-cong-an',
  category: 'canh-bao',
  title: 'Giả danh công an gọi điện',
  summary: 'Hãy tắt máy.',
  publishedAt: '2026-11-23T02:00:00Z',
  cover: {
    alt: '',
    width: 800,
    height: 450,
    variants: [{ url: '/files/pictures/a.jpg', type: 'image/jpeg', width: 400 }],
  },
  demo: true,
  body: [
    { kind: 'paragraph', text: 'Một người dân kể lại.' },
    { kind: 'heading', text: 'Cần làm gì' },
    { kind: 'list', items: ['Tắt máy.', 'Gọi 113.'] },
  ],
}

const open = (slug: string) =>
  renderScreen(<ArticleScreen />, { path: `/news/${slug}`, route: '/news/:slug' })

test('opens from a cold link with all that belongs to it', async () => {
  await insertArticle(portal.db, article)
  const { container } = open(article.slug)
  expect(await screen.findByRole('heading', { level: 1, name: article.title })).toBeVisible()
  const text = within(screen.getByRole('article'))
  expect(text.getByText('Đăng thứ Hai, 23/11/2026')).toBeVisible()
  expect(await text.findByText('Cảnh báo')).toBeVisible()
  expect(text.getByText('Dữ liệu minh họa')).toBeVisible()
  expect(text.getByRole('heading', { level: 2, name: 'Cần làm gì' })).toBeVisible()
  expect(text.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['Tắt máy.', 'Gọi 113.'])
  expect(container.querySelector('article img')).toHaveAttribute('loading', 'eager')
})

test('an article is shared by its own address', async () => {
  await insertArticle(portal.db, article)
  const { user, host } = open(article.slug)
  await user.click(await screen.findByRole('button', { name: 'Chia sẻ tin này' }))
  expect(host.calls.find(({ method }) => method === 'share')?.args).toEqual([
    { title: article.title, description: article.summary, path: '/news/gia-danh-cong-an?from=share' },
  ])
})

test('other articles follow, never the same one', async () => {
  await insertArticle(portal.db, article)
  await insertArticle(portal.db, { ...article, slug: 'tin-khac', title: 'Một tin khác' })
  open(article.slug)
  const others = within(await screen.findByRole('region', { name: 'Tin khác' }))
  expect(await others.findByRole('link', { name: 'Một tin khác' })).toHaveAttribute('href', '/news/tin-khac')
  expect(others.queryByRole('link', { name: article.title })).toBeNull()
  expect(others.getByRole('link', { name: 'Xem tất cả tin' })).toHaveAttribute('href', '/news')
})

test.for([
  ['was withdrawn', 'da-go'],
  ['cannot be an address', 'Giả danh'],
])('an article that %s: words and a way on', async ([, slug]) => {
  open(encodeURIComponent(slug!))
  expect(await screen.findByText('Không tìm thấy tin này')).toBeVisible()
  expect(screen.getAllByRole('link', { name: 'Xem tất cả tin' })).toHaveLength(1)
})
