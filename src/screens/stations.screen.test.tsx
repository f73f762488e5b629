import { screen, within } from '@testing-library/react'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Unit } from '#contract/unit.ts'
import { setApiFetch } from '#src/lib/api.ts'
import { rememberStation } from '#src/lib/remembered-station.ts'
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

const station = async () => within(await screen.findByRole('article', { name: 'Công an phường Bến Cát' }))

test('a station tells its hours counter by counter, which are open, and leads to its page', async () => {
  const { user, path } = renderScreen(<StationsScreen />)
  const card = await station()
  expect(card.getByText(/sáng thứ Bảy/)).toBeVisible()
  expect(card.getByText('Trực ban tiếp nhận tin báo')).toBeVisible()
  expect(card.getByText('Đang mở cả ngày')).toBeVisible()
  expect(card.getByText('Đơn vị chưa công bố địa chỉ.')).toBeVisible()
  await user.click(card.getByRole('link', { name: 'Công an phường Bến Cát' }))
  expect(path()).toBe('/stations/ben-cat')
})

test('the one that the phone remembers is marked', async () => {
  renderScreen(<StationsScreen />)
  expect((await station()).queryByText('Điểm bạn đã chọn')).toBeNull()
  rememberStation('ben-cat')
  expect(await (await station()).findByText('Điểm bạn đã chọn')).toBeVisible()
})

test('who does not know which one is theirs is led to the question', async () => {
  const { user, path } = renderScreen(<StationsScreen />)
  await user.click(await screen.findByRole('link', { name: 'Điểm nào phục vụ tôi' }))
  expect(path()).toBe('/my-station')
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
