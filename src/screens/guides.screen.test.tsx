import { screen, within } from '@testing-library/react'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { setApiFetch } from '#src/lib/api.ts'
import { offline, silent, withAnswer } from '#src/testing/networks.ts'
import { renderScreen } from '#src/testing/render-screen.tsx'
import { startPortal } from '#src/testing/start-portal.ts'
import { GuidesScreen } from './guides.screen.tsx'

let portal: Awaited<ReturnType<typeof startPortal>>
beforeAll(async () => void (portal = await startPortal()))
beforeEach(() => portal.connect())
afterAll(() => portal.close())

const titles = () =>
  within(screen.getByRole('main'))
    .getAllByRole('link')
    .map((link) => link.textContent)

test('all guides are listed, the abolished ones marked', async () => {
  renderScreen(<GuidesScreen />)
  const link = await screen.findByRole('link', { name: 'Cấp đổi thẻ căn cước' })
  expect(link).toHaveAttribute('href', '/guides/cap-doi-can-cuoc')
  expect(titles().length).toBeGreaterThanOrEqual(10)
  expect(screen.getAllByText('Đã bãi bỏ').length).toBeGreaterThan(0)
})

test.for(['het han', 'hết hạn', 'HẾT HẠN'])('“%s” finds the exchange of a card', async (typed) => {
  const { user } = renderScreen(<GuidesScreen />)
  await user.type(await screen.findByRole('searchbox', { name: 'Bạn cần làm gì?' }), typed)
  expect(titles()).toContain('Cấp đổi thẻ căn cước')
  expect(titles().length).toBeLessThan(10)
  expect(screen.getByText(/^Có \d+ thủ tục phù hợp\.$/)).toBeInTheDocument()
})

test('words that lead nowhere offer a way back', async () => {
  const { user } = renderScreen(<GuidesScreen />)
  await user.type(await screen.findByRole('searchbox'), 'vũ trụ')
  expect(screen.getByText('Chưa có thủ tục nào hợp với “vũ trụ”')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Xem tất cả thủ tục' }))
  expect(titles().length).toBeGreaterThanOrEqual(10)
})

test('guides stand in groups, and a chip leads to a group', async () => {
  Element.prototype.scrollIntoView = () => undefined
  const { user } = renderScreen(<GuidesScreen />)
  const residence = within(await screen.findByRole('region', { name: 'Cư trú' }))
  expect(residence.getByRole('link', { name: 'Đăng ký tạm trú' })).toBeVisible()
  await user.click(screen.getByRole('link', { name: 'Cư trú' }))
  expect(screen.getByRole('heading', { name: 'Cư trú' })).toHaveFocus()
})

test('an empty list says so', async () => {
  setApiFetch(withAnswer(portal.fetch, '/guides', () => Response.json({ guides: [] })))
  renderScreen(<GuidesScreen />)
  expect(await screen.findByText('Chưa có thủ tục nào')).toBeVisible()
})

test('while loading it says so', () => {
  setApiFetch(silent)
  renderScreen(<GuidesScreen />)
  expect(screen.getByRole('status')).toHaveTextContent('Đang tải…')
})

test('a failed visit can be tried again', async () => {
  setApiFetch(offline)
  const { user } = renderScreen(<GuidesScreen />)
  expect(await screen.findByRole('alert')).toHaveTextContent('Chưa có kết nối mạng')
  portal.connect()
  await user.click(screen.getByRole('button', { name: 'Thử lại' }))
  expect(await screen.findByRole('link', { name: 'Cấp đổi thẻ căn cước' })).toBeVisible()
})
