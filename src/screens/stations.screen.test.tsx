import { screen, within } from '@testing-library/react'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Unit } from '#contract/unit.ts'
import { setApiFetch } from '#src/lib/api.ts'
import { withAnswer } from '#src/testing/networks.ts'
import { renderScreen } from '#src/testing/render-screen.tsx'
import { startPortal } from '#src/testing/start-portal.ts'
import { StationsScreen } from './stations.screen.tsx'

let portal: Awaited<ReturnType<typeof startPortal>>
beforeAll(async () => void (portal = await startPortal()))
beforeEach(() => portal.connect())
afterAll(() => portal.close())

/** The unit as the server tells it, with a few facts changed. */
async function unitWith(change: (unit: Unit) => Partial<Unit>) {
  const result = await portal.client.unit.get()
  if (!result.ok) throw new Error('no unit')
  const unit = { ...result.data, ...change(result.data) }
  setApiFetch(withAnswer(portal.fetch, '/unit', () => Response.json(unit)))
}

test('a station tells its hours counter by counter and whom it serves', async () => {
  renderScreen(<StationsScreen />)
  const station = within(await screen.findByRole('article', { name: 'Công an phường Bến Cát' }))
  expect(station.getByText('Cư trú').nextSibling).toHaveTextContent('sáng thứ Bảy')
  expect(station.getByText('Trực ban tiếp nhận tin báo')).toBeVisible()
  expect(station.getByText('Xã Lai Hưng cũ')).toBeVisible()
})

test('what the unit has not published is said, not guessed', async () => {
  await unitWith(({ stations }) => ({
    dutyPhone: null,
    stations: stations.map((station) => ({ ...station, address: null, phone: null })),
  }))
  const { user, host } = renderScreen(<StationsScreen />)
  expect(await screen.findByText('Đơn vị chưa công bố địa chỉ.')).toBeVisible()
  expect(screen.getByText(/Đơn vị chưa công bố số trực ban/)).toBeVisible()
  await user.click(screen.getByRole('link', { name: 'Việc khẩn cấp, gọi 113' }))
  expect(host.calls).toEqual([{ method: 'callPhone', args: ['113'] }])
})

test('what it has published is shown and dialled', async () => {
  await unitWith(({ stations }) => ({
    dutyPhone: '0274000113',
    stations: stations.map((station) => ({ ...station, address: 'Số 1, đường Hùng Vương', phone: null })),
  }))
  const { user, host } = renderScreen(<StationsScreen />)
  expect(await screen.findByText('Số 1, đường Hùng Vương')).toBeVisible()
  await user.click(screen.getByRole('link', { name: 'Gọi trực ban 0274 000 113' }))
  expect(host.calls).toEqual([{ method: 'callPhone', args: ['0274000113'] }])
})

test('all numbers to ask are here', async () => {
  renderScreen(<StationsScreen />)
  const numbers = within(await screen.findByRole('region', { name: 'Số điện thoại cần biết' }))
  expect(numbers.getAllByRole('link').length).toBeGreaterThan(5)
})

test('a unit without stations says so', async () => {
  await unitWith(() => ({ stations: [] }))
  renderScreen(<StationsScreen />)
  expect(await screen.findByText('Chưa có điểm tiếp dân')).toBeVisible()
})
