import { expect, test } from 'vitest'
import { holdsIdentityNumber } from './identity-number.ts'

test.for([
  'Thẻ số 079201012345 đã in.',
  'CMND 280123456',
  'số 079 201 012 345.',
  '079.201.012.345',
  '(280 123 456)',
])('%s holds the number of a card', (text) => {
  expect(holdsIdentityNumber(text)).toBe(true)
})

test.for([
  'Bạn gọi 0900000001 trước 16 giờ 30.',
  'Máy bàn 0274.3822.123, số 113.',
  'Hồ sơ G01.899.108-261123-0042',
  'Trả ngày 05.11.2026 7 giờ, hẹn lại 16.11.2026.',
  'Lệ phí 50.000 đồng hoặc 50.000.000 đồng',
  'Mã bưu gửi 1234567890123',
  '',
])('%s holds none', (text) => {
  expect(holdsIdentityNumber(text)).toBe(false)
})
