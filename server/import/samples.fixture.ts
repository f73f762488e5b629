import type { Sheet, Written } from './write-xlsx.fixture.ts'

/** Invented people and files: what an office's list looks like when all is well, and when much is not. */

const headings = [
  'STT',
  'Mã hồ sơ',
  'Họ và tên',
  'Thủ tục',
  'Số điện thoại',
  'Ngày tiếp nhận',
  'Ngày hẹn trả',
  'Trạng thái',
  'Nơi nhận kết quả',
  'Ghi chú',
]
const counter = 'Quầy căn cước, Công an phường Bến Cát'
const renew = 'Cấp đổi thẻ căn cước'
const again = 'Cấp lại thẻ căn cước bị mất hoặc hỏng'
const stay = 'Đăng ký tạm trú'

const good: [string, string, string, string, string, string][] = [
  ['Đã tiếp nhận', renew, '0900000101', '20/11/2026', '01/12/2026', counter],
  ['Cần bổ sung', stay, '0900000102', '18/11/2026', '25/11/2026', ''],
  ['Đang xử lý', again, '0900000103', '17/11/2026', '26/11/2026', counter],
  ['Đã chuyển cấp trên', renew, '0900000104', '12/11/2026', '23/11/2026', counter],
  ['Đã có kết quả, đang chuyển về', renew, '0900000105', '10/11/2026', '19/11/2026', counter],
  ['Mời đến nhận', again, '0900000106', '09/11/2026', '18/11/2026', counter],
  ['Đã gửi bưu điện', renew, '0900000107', '05/11/2026', '16/11/2026', ''],
  ['Đã trả kết quả', stay, '0900000108', '02/11/2026', '05/11/2026', ''],
  ['Từ chối giải quyết', stay, '0900000109', '03/11/2026', '06/11/2026', ''],
]

const goodRows = good.map(([status, procedure, phone, received, promised, place], index) => [
  String(index + 1),
  `MAU.2611-${String(index + 1).padStart(4, '0')}`,
  `Người Mẫu Số ${index + 1}`,
  procedure,
  phone,
  received,
  promised,
  status,
  place,
  '',
])

export const goodLines: string[][] = [headings, ...goodRows]
export const goodSheet: Sheet = {
  rows: Object.fromEntries(goodLines.map((line, index) => [index + 1, line])),
}

type Row = [
  code: Written,
  procedure: Written,
  phone: Written,
  received: Written,
  promised: Written,
  status: Written,
]
const row = (number: number, [code, ...rest]: Row): Written[] => [
  number,
  code,
  `Người Mẫu ${number}`,
  ...rest,
  counter,
  'Không đọc cột này',
]

/** Serial 46341 is 15/11/2026. */
export const nastySheet: Sheet = {
  merged: ['A1:J1', 'A2:J2', 'D11:D12'],
  rows: {
    1: ['DANH SÁCH HỒ SƠ (dữ liệu minh họa)'],
    2: ['Tháng 11 năm 2026'],
    4: headings.map((heading) => ` ${heading.normalize('NFD')}  `),
    5: row(1, ['KHO.2611-0005', renew, 900000105, 46341, 46351, 'Đang xử lý']),
    6: row(2, ['KHO.2611-0006', again, '0900 000 106', '5/11/2026', '16-11-26', 'đã tiếp nhận']),
    7: row(3, [
      ' kho.2611–0007\u00a0',
      `  ${renew.normalize('NFD')} `,
      '+84 900 000 107',
      '2026-11-05',
      '16.11.2026',
      'ĐANG XỬ LÝ '.normalize('NFD'),
    ]),
    8: row(4, [
      'KHO.2611-0008',
      renew,
      '0900000108',
      '05/11/2026',
      { formula: 'F8+7', shown: 46338 },
      'Đang xử lý',
    ]),
    9: row(5, ['KHO.2611-0009', renew, '0900000109', '05/11/2026', '16/11/2026', 'Đang xử lý']),
    10: row(6, ['kho.2611-0009', renew, '0900000109', '05/11/2026', '16/11/2026', 'Mời đến nhận']),
    11: row(7, ['KHO.2611-0011', renew, '0900000111', '05/11/2026', '16/11/2026', 'Đang xử lý']),
    12: row(8, ['KHO.2611-0012', null, '0900000112', '05/11/2026', '16/11/2026', 'Đang xử lý']),
    13: row(9, ['KHO.2611-0013', renew, '0900000113', '31/02/2026', '16/11/2026', 'Đang xử lý']),
    14: row(10, ['KHO.2611-0014', renew, '0900000114', '05/11/2026', '11/25/2026', 'Đang xử lý']),
    15: row(11, ['KHO.2611-0015', renew, '09000001', '05/11/2026', '16/11/2026', 'Đang xử lý']),
    16: row(12, ['KHO.2611-0016', renew, null, '05/11/2026', '16/11/2026', 'Đang xử lý']),
    17: row(13, ['KHO.2611-0017', renew, '0900000117', '05/11/2026', '16/11/2026', 'Hoàn thành']),
    18: row(14, ['KHO.2611-0018', renew, '0900000118', '05/11/2099', '16/11/2099', 'Đang xử lý']),
    19: row(15, ['HỒ-SƠ-19', renew, '0900000119', '05/11/2026', '16/11/2026', 'Đang xử lý']),
    20: row(16, ['KHO.2611-0020', renew, '0900000120', '05/11/2026', '16/11/2026', { error: '#N/A' }]),
    22: row(17, ['KHO.2611-0022', renew, '0900000122', '05/11/2026', '04/11/2026', 'Đang xử lý']),
    23: row(18, [26_110_023, renew, '(0900) 000.123', '05/11/2026 08:30', '', 'Đã trả']),
  },
}

/** What becomes of each row of the nasty sheet: the columns at fault, none when it is taken. */
export const nastyOutcome: Record<number, string[]> = {
  5: [],
  6: [],
  7: [],
  8: ['promisedOn'],
  9: ['code'],
  10: ['code'],
  11: ['procedure'],
  12: ['procedure'],
  13: ['receivedOn'],
  14: ['promisedOn'],
  15: ['phone'],
  16: ['phone'],
  17: ['status'],
  18: ['receivedOn'],
  19: ['code'],
  20: ['status'],
  22: ['promisedOn'],
  23: [],
}
