import { act, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { setApiFetch } from '#src/lib/api.ts'
import { setHost } from '#src/lib/host.ts'
import { setPreferences } from '#src/lib/preferences.ts'
import { offline } from '#src/testing/networks.ts'
import { createFakeHost } from '#src/zalo/fake-host.ts'
import { App } from './app.tsx'

beforeEach(() => {
  setApiFetch(offline)
  window.history.replaceState(null, '', '/')
})
afterEach(() => vi.restoreAllMocks())

const heading = (name: string) => screen.findByRole('heading', { level: 1, name })

test.for([
  ['/', 'Bạn cần việc gì?'],
  ['/guides', 'Thủ tục'],
  ['/guides/cap-doi-can-cuoc', 'Thủ tục'],
  ['/applications', /hồ sơ/],
  ['/news', 'Tin tức'],
  ['/tips/new', /Báo tin/],
  ['/stations', 'Điểm tiếp dân'],
  ['/settings', 'Cài đặt'],
  ['/khong/co', 'Không tìm thấy trang'],
] as const)('%s opens with the heading %s', async ([address, name]) => {
  window.history.replaceState(null, '', address)
  render(<App />)
  expect(await screen.findByRole('heading', { level: 1, name })).toBeVisible()
})

test('the tabs lead to the main places and tell where one is', async () => {
  const user = userEvent.setup()
  render(<App />)
  const tabs = within(screen.getByRole('navigation', { name: 'Mục chính' }))
  expect(tabs.getAllByRole('link').map((tab) => tab.textContent)).toEqual([
    'Trang chủ',
    'Thủ tục',
    'Hồ sơ',
    'Báo tin',
    'Tin tức',
  ])
  await user.click(tabs.getByRole('link', { name: 'Thủ tục' }))
  await heading('Thủ tục')
  expect(tabs.getByRole('link', { name: 'Thủ tục' })).toHaveAttribute('aria-current', 'page')
  expect(tabs.getByRole('link', { name: 'Trang chủ' })).not.toHaveAttribute('aria-current')
})

test('below /zapps/<id> every address keeps that beginning', async () => {
  window.history.replaceState(null, '', '/zapps/42/settings')
  setHost(createFakeHost({ basename: '/zapps/42', appId: '42' }))
  render(<App />)
  await heading('Cài đặt')
  expect(screen.getByRole('link', { name: 'Tin tức' })).toHaveAttribute('href', '/zapps/42/news')
})

test('a link that reopens the waiting app is followed', async () => {
  const host = createFakeHost()
  setHost(host)
  render(<App />)
  act(() => host.openApp('/stations?from=qr'))
  expect(await heading('Điểm tiếp dân')).toBeVisible()
})

test('choices of looks reach the page', () => {
  render(<App />)
  const root = document.documentElement
  expect(root.dataset).toMatchObject({ theme: 'light', textSize: 'normal', host: 'fake' })
  expect(root.lang).toBe('vi')
  act(() => setPreferences({ theme: 'dark', textSize: 'large' }))
  expect(root.dataset).toMatchObject({ theme: 'dark', textSize: 'large' })
  expect(document.body).toHaveAttribute('zaui-theme', 'dark')
})
