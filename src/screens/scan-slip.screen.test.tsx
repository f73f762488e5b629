import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { useOpenedSlip } from '#src/features/applications/lookup.store.ts'
import { renderScreen } from '#src/testing/render-screen.tsx'
import { ScanSlipScreen } from './scan-slip.screen.tsx'

const secret = '0123456789ABCDEFGHJKMNPQRS1'
const open = () => renderScreen(<ScanSlipScreen />, { path: '/applications/scan' })
const scan = { name: 'Quét mã' }

test('nothing is asked before the tap, and the use of the camera is said first', () => {
  const { host } = open()
  expect(screen.getByText(/không chụp và không lưu ảnh/)).toBeVisible()
  expect(host.calls.map(({ method }) => method)).not.toContain('scanQr')
})

test("Zalo's scanner reads the slip and the application opens", async () => {
  const { user, host, path } = open()
  host.answer('scanQr', { kind: 'ok', data: `https://portal.example.vn/applications/open#${secret}` })
  await user.click(screen.getByRole('button', scan))
  expect(path()).toBe('/applications/open')
  expect(useOpenedSlip.getState().asked).toBe(secret)
})

test('another QR is no slip, and is not opened', async () => {
  const { user, host, path } = open()
  host.answer('scanQr', { kind: 'ok', data: 'https://example.com/' })
  await user.click(screen.getByRole('button', scan))
  expect(await screen.findByText(/không phải của giấy hẹn/)).toBeVisible()
  expect(path()).toBe('/applications/scan')
})

test.for([
  ['the person refuses the camera', { kind: 'denied' }, /chưa cho dùng máy ảnh/],
  // A browser without a camera, as this one.
  ['there is no camera', { kind: 'not-in-host' }, /không quét được mã/],
] as const)('when %s, typing is left', async ([, answer, words]) => {
  const { user, host } = open()
  host.answer('scanQr', answer)
  await user.click(screen.getByRole('button', scan))
  expect(await screen.findByText(words)).toBeVisible()
  expect(screen.getByLabelText('Mã in dưới mã vuông')).toBeVisible()
})

test('a typed secret opens the application, a wrong one is named at the field', async () => {
  const { user, path } = open()
  await user.type(screen.getByLabelText('Mã in dưới mã vuông'), '12345')
  await user.click(screen.getByRole('button', { name: 'Mở hồ sơ' }))
  expect(screen.getByLabelText('Mã in dưới mã vuông')).toHaveAccessibleDescription(/27 chữ và số/)
  await user.clear(screen.getByLabelText('Mã in dưới mã vuông'))
  await user.type(screen.getByLabelText('Mã in dưới mã vuông'), secret.replace('2', '3'))
  await user.click(screen.getByRole('button', { name: 'Mở hồ sơ' }))
  expect(screen.getByLabelText('Mã in dưới mã vuông')).toHaveAccessibleDescription(/Có ký tự chưa đúng/)
  await user.clear(screen.getByLabelText('Mã in dưới mã vuông'))
  await user.type(screen.getByLabelText('Mã in dưới mã vuông'), secret.toLowerCase())
  await user.click(screen.getByRole('button', { name: 'Mở hồ sơ' }))
  expect(path()).toBe('/applications/open')
})
