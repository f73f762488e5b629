import { screen } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { forgetMine } from '#src/features/applications/my-applications.store.ts'
import { renderScreen } from '#src/testing/render-screen.tsx'
import { printSlip } from '#src/testing/slip-portal.ts'
import { startPortal } from '#src/testing/start-portal.ts'
import { MyApplicationsScreen } from './my-applications.screen.tsx'

let portal: Awaited<ReturnType<typeof startPortal>>
beforeAll(async () => {
  portal = await startPortal({
    graph: {
      whoIs: async (token) => ({ ok: true, zaloUserId: token }),
      phoneOf: async ({ phoneToken }) => ({ ok: true, number: phoneToken.replace('phone-0', '84') }),
    },
  })
})
beforeEach(() => portal.connect())
afterEach(async () => {
  forgetMine()
  await portal.empty()
})
afterAll(() => portal.close())

const open = () => renderScreen(<MyApplicationsScreen />, { path: '/applications/mine' })
const ask = { name: 'Tìm bằng số điện thoại Zalo' }

test('the reason stands there and nothing is asked until the tap', () => {
  const { host } = open()
  expect(screen.getByText(/Chúng tôi chỉ dùng số để tìm hồ sơ/)).toBeVisible()
  expect(host.calls.filter(({ method }) => /Token/.test(method))).toEqual([])
})

test('no is an answer: the other ways stay', async () => {
  const { user, host } = open()
  host.answer('getPhoneToken', { kind: 'denied' })
  await user.click(screen.getByRole('button', ask))
  expect(await screen.findByText(/Bạn chưa đồng ý/)).toBeVisible()
  expect(screen.getByRole('link', { name: 'Tra bằng mã hồ sơ' })).toBeVisible()
  expect(screen.getByRole('button', ask)).toBeVisible()
})

test('outside Zalo it says what else to do', async () => {
  const { user, host } = open()
  host.answer('getAccessToken', { kind: 'not-in-host' })
  await user.click(screen.getByRole('button', ask))
  expect(await screen.findByText(/chỉ mở được trong Zalo/)).toBeVisible()
  expect(host.calls.map(({ method }) => method)).not.toContain('getPhoneToken')
})

test('the applications filed with my number are listed, opened and left again', async () => {
  await printSlip(portal, { phone: '0900000001' })
  await printSlip(portal, { code: 'HS-000002', procedure: 'Của người khác', phone: '0900000002' })
  const { user } = open()
  await user.click(screen.getByRole('button', ask))
  await user.click(await screen.findByRole('button', { name: /^Xem hồ sơ/ }))
  expect(screen.queryByText('Của người khác')).toBeNull()
  expect(await screen.findByRole('button', { name: 'Lưu hồ sơ trên máy này' })).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Về danh sách hồ sơ' }))
  expect(screen.getByRole('button', { name: /^Xem hồ sơ/ })).toBeVisible()
})

test('nothing filed with my number is said in words', async () => {
  const { user } = open()
  await user.click(screen.getByRole('button', ask))
  expect(await screen.findByText('Chưa có hồ sơ nào với số này')).toBeVisible()
})
