import { screen, waitFor } from '@testing-library/react'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Station, Unit } from '#contract/unit.ts'
import { setApiFetch } from '#src/lib/api.ts'
import { resetResources } from '#src/lib/resource-store.ts'
import { offline, withAnswer } from '#src/testing/networks.ts'
import { renderScreen } from '#src/testing/render-screen.tsx'
import { startPortal } from '#src/testing/start-portal.ts'
import { createFakeHost } from '#src/zalo/fake-host.ts'
import { StationScreen } from './station.screen.tsx'

let portal: Awaited<ReturnType<typeof startPortal>>
beforeAll(async () => void (portal = await startPortal()))
beforeEach(() => portal.connect())
afterAll(() => portal.close())

const open = (id: string, host = createFakeHost()) =>
  renderScreen(<StationScreen />, { path: `/stations/${id}`, route: '/stations/:id', host })
const heading = (name: string) => screen.findByRole('heading', { level: 1, name })

async function benCatWith(station: Partial<Station>, unit: Partial<Unit> = {}) {
  const result = await portal.client.unit.get()
  if (!result.ok) throw new Error('no unit')
  const stations = result.data.stations.map((one) => ({ ...one, ...station }))
  const changed = { ...result.data, ...unit, stations }
  setApiFetch(withAnswer(portal.fetch, '/unit', () => Response.json(changed)))
}

test('what the unit has not published is said, not guessed', async () => {
  const { user, host } = open('ben-cat')
  await heading('Công an phường Bến Cát')
  expect(screen.getByText('Đơn vị chưa công bố địa chỉ và đường đi của điểm này.')).toBeVisible()
  expect(screen.getByText(/Đơn vị chưa công bố số trực ban/)).toBeVisible()
  expect(screen.queryByRole('link', { name: 'Mở trong ứng dụng bản đồ' })).toBeNull()
  expect(screen.getByText('Xã Lai Hưng cũ')).toBeVisible()
  await user.click(screen.getByRole('link', { name: 'Việc khẩn cấp, gọi 113' }))
  expect(host.calls).toEqual([{ method: 'callPhone', args: ['113'] }])
})

test('what it has published is shown, dialled and found on a map', async () => {
  await benCatWith(
    {
      address: 'Số 1, đường Thử',
      directions: 'Từ chợ đi thẳng 200 mét.',
      map: 'Chợ Thử',
      hours: [{ service: 'Cư trú', text: 'Sáng thứ Hai.', spans: [] }],
    },
    { dutyPhone: '0274000113' },
  )
  const { user, host } = open('ben-cat')
  expect(await screen.findByText('Địa chỉ: Số 1, đường Thử')).toBeVisible()
  expect(screen.getByText('Từ chợ đi thẳng 200 mét.')).toBeVisible()
  expect(screen.getByRole('link', { name: 'Mở trong ứng dụng bản đồ' })).toHaveAttribute(
    'href',
    'https://www.google.com/maps/search/?api=1&query=Ch%E1%BB%A3%20Th%E1%BB%AD',
  )
  await user.click(screen.getByRole('link', { name: 'Gọi trực ban 0274 000 113' }))
  expect(host.calls).toEqual([{ method: 'callPhone', args: ['0274000113'] }])
})

test('inside Zalo the place is copied, because no Mini App may lead to another site', async () => {
  await benCatWith({ map: '11.1, 106.6' })
  const { user, host } = open('ben-cat', { ...createFakeHost(), name: 'zalo' })
  await user.click(await screen.findByRole('button', { name: 'Sao chép để tìm trên bản đồ' }))
  expect(host.calls.filter(({ method }) => method === 'copyText')).toEqual([
    { method: 'copyText', args: ['11.1, 106.6'] },
  ])
  expect(await screen.findByText(/^Đã sao chép/)).toBeVisible()
})

test('it can be chosen, is remembered by the phone, and forgotten again', async () => {
  const first = open('ben-cat')
  await first.user.click(await screen.findByRole('button', { name: 'Chọn làm điểm của tôi' }))
  expect(screen.getByText('Đây là điểm bạn đã chọn')).toBeVisible()
  await waitFor(async () => expect(await first.host.storage.get('station')).toBe('{"id":"ben-cat"}'))
  await first.user.click(screen.getByRole('button', { name: 'Bỏ chọn' }))
  expect(screen.getByRole('button', { name: 'Chọn làm điểm của tôi' })).toBeVisible()
  await waitFor(async () => expect(await first.host.storage.get('station')).toBeUndefined())
})

test('that it will close is told beforehand', async () => {
  await benCatWith({ closes: { on: '2100-01-01', successor: null, note: 'Chuyển trụ sở.' } })
  open('ben-cat')
  expect(await screen.findByText('Ngừng tiếp dân từ thứ Sáu, 01/01/2100')).toBeVisible()
  expect(screen.getByText('Chuyển trụ sở.')).toBeVisible()
})

test('a closed one says since when, why, and leads to its successor', async () => {
  const { user, path } = open('cong-an-thanh-pho-ben-cat')
  await heading('Công an thành phố Bến Cát')
  expect(screen.getByText('Nơi này ngừng tiếp dân từ thứ Bảy, 01/03/2025')).toBeVisible()
  expect(screen.getByText(/không còn công an cấp huyện/)).toBeVisible()
  await user.click(screen.getByRole('link', { name: 'Đến Công an phường Bến Cát' }))
  expect(path()).toBe('/stations/ben-cat')
})

test('an id that was never given helps on', async () => {
  const { user, path } = open('khong-co')
  await user.click(await screen.findByRole('link', { name: 'Xem các điểm tiếp dân' }))
  expect(path()).toBe('/stations')
})

test('after any first visit a station opens without network, and says how old that is', async () => {
  const first = open('ben-cat')
  await heading('Công an phường Bến Cát')
  first.unmount()
  resetResources()
  setApiFetch(offline)
  open('ben-cat')
  expect(await screen.findByText('Xã Tân Hưng cũ')).toBeVisible()
  expect(await screen.findByText(/^Bản lưu trên máy/)).toBeVisible()
})
