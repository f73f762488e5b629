import { screen } from '@testing-library/react'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { setApiFetch } from '#src/lib/api.ts'
import { resetResources } from '#src/lib/resource-store.ts'
import { offline } from '#src/testing/networks.ts'
import { renderScreen } from '#src/testing/render-screen.tsx'
import { startPortal } from '#src/testing/start-portal.ts'
import { MyStationScreen } from './my-station.screen.tsx'

let portal: Awaited<ReturnType<typeof startPortal>>
beforeAll(async () => void (portal = await startPortal()))
beforeEach(() => portal.connect())
afterAll(() => portal.close())

const open = (path = '/my-station') => renderScreen(<MyStationScreen />, { path, route: '/my-station' })

async function choose(label: string) {
  const { user } = open()
  await user.selectOptions(await screen.findByLabelText('Nơi bạn ở'), label)
  return user
}

test('an old name that is ours leads to our station', async () => {
  await choose('Xã Lai Hưng (cũ)')
  expect(await screen.findByText('Công an phường Bến Cát phục vụ bạn')).toBeVisible()
  expect(screen.getByRole('link', { name: 'Xem giờ tiếp dân và đường đi' })).toHaveAttribute(
    'href',
    '/stations/ben-cat',
  )
})

test('what another unit serves is said honestly, with numbers to ask', async () => {
  await choose('Phường Tân Định (cũ)')
  expect(await screen.findByText('Công an phường Hòa Lợi phục vụ bạn')).toBeVisible()
  expect(screen.getByText(/Ứng dụng này chưa có giờ và địa chỉ/)).toBeVisible()
  expect(screen.getByRole('link', { name: /1800 1096/ })).toBeVisible()
  expect(screen.queryByRole('link', { name: /Xem giờ tiếp dân/ })).toBeNull()
})

test('a split ward asks for the quarter, and one that nobody has confirmed says whom to ask', async () => {
  const user = await choose('Phường Mỹ Phước (cũ)')
  const other = await screen.findByRole('radio', { name: 'Khu phố khác, hoặc không nhớ' })
  expect(screen.queryByText(/phục vụ bạn/)).toBeNull()
  await user.click(other)
  expect(screen.getByText('Chưa rõ khu phố của bạn thuộc phường nào')).toBeVisible()
  expect(screen.getByText(/chia cho phường Bến Cát và phường Long Nguyên/)).toBeVisible()
  await user.click(screen.getByRole('radio', { name: 'Khu phố 2' }))
  expect(screen.getByText('Công an phường Bến Cát phục vụ bạn')).toBeVisible()
})

test('another ward after a split one keeps nothing of its quarter', async () => {
  const user = await choose('Phường Mỹ Phước (cũ)')
  await user.click(await screen.findByRole('radio', { name: 'Khu phố 2' }))
  await user.selectOptions(screen.getByLabelText('Nơi bạn ở'), 'Phường An Điền (cũ)')
  expect(screen.queryByRole('radio')).toBeNull()
  expect(screen.getByText('Công an phường Long Nguyên phục vụ bạn')).toBeVisible()
})

test.for([
  ['Xã Thanh Tuyền (cũ)', 'Một phần nay thuộc phường Tây Nam'],
  ['Phường Bến Cát', 'Công an phường Bến Cát phục vụ bạn'],
  ['Không có trong danh sách', 'Ứng dụng chưa biết nơi bạn ở'],
] as const)('%s', async ([label, words]) => {
  await choose(label)
  expect(await screen.findByText(words)).toBeVisible()
})

test('a choice stays in the address, and a damaged one asks anew', async () => {
  const first = open('/my-station#cu.my-phuoc/Khu%20ph%E1%BB%91%202')
  expect(await screen.findByText('Công an phường Bến Cát phục vụ bạn')).toBeVisible()
  first.unmount()
  open('/my-station#%E0%A4%A')
  expect(await screen.findByLabelText('Nơi bạn ở')).toHaveValue('')
})

test('after a first visit it is answered without network', async () => {
  const first = open()
  await screen.findByLabelText('Nơi bạn ở')
  first.unmount()
  resetResources()
  setApiFetch(offline)
  await choose('Xã Tân Hưng (cũ)')
  expect(await screen.findByText('Công an phường Bến Cát phục vụ bạn')).toBeVisible()
})
