import { screen } from '@testing-library/react'
import * as v from 'valibot'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { setApiFetch } from '#src/lib/api.ts'
import { usePreferences } from '#src/lib/preferences.ts'
import { readStored, writeStored } from '#src/lib/storage.ts'
import { offline } from '#src/testing/networks.ts'
import { renderScreen } from '#src/testing/render-screen.tsx'
import { startPortal } from '#src/testing/start-portal.ts'
import { SettingsScreen } from './settings.screen.tsx'

let portal: Awaited<ReturnType<typeof startPortal>>
beforeAll(async () => void (portal = await startPortal()))
beforeEach(() => portal.connect())
afterAll(() => portal.close())

test('text size and colours are chosen at once', async () => {
  const { user } = renderScreen(<SettingsScreen />)
  expect(screen.getByRole('radio', { name: 'Thường' })).toBeChecked()
  await user.click(screen.getByRole('radio', { name: 'Rất lớn' }))
  await user.click(screen.getByRole('radio', { name: 'Tối' }))
  expect(usePreferences.getState()).toEqual({ textSize: 'largest', theme: 'dark' })
  expect(screen.getByRole('radio', { name: 'Rất lớn' })).toBeChecked()
})

test('what happens to personal data is told by the unit', async () => {
  renderScreen(<SettingsScreen />)
  expect(await screen.findByText('Bạn đọc mọi nội dung mà không cần đăng nhập.')).toBeVisible()
  expect(screen.getByText(/^Kiểm tra nội dung: .+, \d\d\/\d\d\/\d{4}\.$/)).toBeVisible()
  expect(screen.getByText(/dữ liệu minh họa/)).toBeVisible()
})

test('clearing asks first, and no is no', async () => {
  const { user } = renderScreen(<SettingsScreen />)
  await writeStored('draft', 'đang viết')
  await user.click(screen.getByRole('button', { name: 'Xóa dữ liệu trên máy này' }))
  expect(screen.getByRole('dialog', { name: 'Xóa dữ liệu trên máy này?' })).toHaveTextContent('ghi lại mã')
  await user.click(screen.getByRole('button', { name: 'Không xóa' }))
  expect(await readStored('draft', v.string())).toBe('đang viết')
})

test('clearing removes what is kept and says so', async () => {
  const { user } = renderScreen(<SettingsScreen />)
  await user.click(screen.getByRole('radio', { name: 'Lớn' }))
  await writeStored('draft', 'đang viết')
  await user.click(screen.getByRole('button', { name: 'Xóa dữ liệu trên máy này' }))
  await user.click(screen.getByRole('button', { name: 'Xóa' }))
  expect(await screen.findByText('Đã xóa dữ liệu của ứng dụng trên máy này.')).toBeVisible()
  expect(screen.getByRole('radio', { name: 'Thường' })).toBeChecked()
  expect(await readStored('draft', v.string())).toBeUndefined()
})

test('without network the choices still work', async () => {
  setApiFetch(offline)
  const { user } = renderScreen(<SettingsScreen />)
  await user.click(screen.getByRole('radio', { name: 'Lớn' }))
  expect(screen.getByRole('radio', { name: 'Lớn' })).toBeChecked()
  expect(await screen.findAllByText('Chưa có kết nối mạng')).toHaveLength(1)
})
