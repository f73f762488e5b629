import { screen, within } from '@testing-library/react'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { setApiFetch } from '#src/lib/api.ts'
import { resetResources } from '#src/lib/resource-store.ts'
import { offline, silent } from '#src/testing/networks.ts'
import { renderScreen } from '#src/testing/render-screen.tsx'
import { startPortal } from '#src/testing/start-portal.ts'
import { HomeScreen } from './home.screen.tsx'

const now = Date.now()
const hour = 3_600_000
const notice = {
  id: 'canh-bao',
  title: 'Mưa lũ lớn',
  text: 'Tránh đi qua cầu.',
  from: new Date(now - hour).toISOString(),
  until: new Date(now + hour).toISOString(),
  link: null,
}

let portal: Awaited<ReturnType<typeof startPortal>>
beforeAll(async () => void (portal = await startPortal({ notices: [notice] })))
beforeEach(() => portal.connect())
afterAll(() => portal.close())

test('the five intents lead where they say, most wanted first', async () => {
  renderScreen(<HomeScreen />)
  const intents = within(screen.getByRole('navigation', { name: 'Việc thường làm' })).getAllByRole('link')
  expect(intents.map((link) => link.getAttribute('href'))).toEqual([
    '/guides',
    '/applications',
    '/tips/new',
    '/news',
    '/stations',
  ])
  expect(await screen.findByText('Công an phường Bến Cát')).toBeVisible()
})

test('the unit brings its name, its notice, its numbers and its warning', async () => {
  const { user, host } = renderScreen(<HomeScreen />)
  expect(await screen.findByText('Công an Thành phố Hồ Chí Minh')).toBeVisible()
  expect(screen.getByRole('region', { name: 'Mưa lũ lớn' })).toHaveTextContent('Tránh đi qua cầu.')
  expect(screen.getByText(/Ứng dụng này không bao giờ hỏi mật khẩu/)).toBeVisible()
  expect(document.title).toBe('Công an phường Bến Cát')
  await user.click(screen.getByRole('link', { name: 'Gọi Tổng đài căn cước và VNeID: 1900 0368' }))
  expect(host.calls).toContainEqual({ method: 'callPhone', args: ['19000368'] })
})

test('before any answer everything that needs no server is there', () => {
  setApiFetch(silent)
  renderScreen(<HomeScreen />)
  expect(screen.getByRole('heading', { level: 1, name: 'Bạn cần việc gì?' })).toBeVisible()
  expect(screen.getByRole('link', { name: /^Thủ tục/ })).toBeVisible()
  expect(screen.getByRole('link', { name: /^Gọi 113/ })).toHaveAttribute('href', 'tel:113')
  expect(screen.getByText(/Công an không làm căn cước, định danh điện tử qua cuộc gọi/)).toBeVisible()
  expect(screen.getAllByRole('status').map((status) => status.textContent)).toContain('Đang tải…')
})

test('without network it says so, and a repeat visit still knows the unit', async () => {
  const first = renderScreen(<HomeScreen />)
  await screen.findByText('Công an phường Bến Cát')
  first.unmount()
  resetResources()
  setApiFetch(offline)

  renderScreen(<HomeScreen />)
  expect(screen.getByText('Công an phường Bến Cát')).toBeVisible()
  const remarks = await screen.findAllByText(/^Bản lưu trên máy, cập nhật vừa xong, lúc/)
  expect(remarks.length).toBeGreaterThan(0)
})
