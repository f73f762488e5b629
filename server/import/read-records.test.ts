import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { unread } from './headings.ts'
import { readRecords } from './read-records.ts'
import { goodLines, goodSheet, nastyOutcome, nastySheet } from './samples.fixture.ts'
import { inWindows1258, writeCsv } from './write-csv.fixture.ts'
import { type Sheet, writeXlsx } from './write-xlsx.fixture.ts'

const today = '2026-11-26'
const read = (bytes: Buffer) => readRecords(bytes, today)
const sample = (name: string) => readFile(join(import.meta.dirname, '../../docs/samples', name))
const sheetOf = (...lines: Sheet['rows'][number][]): Sheet => ({
  rows: Object.fromEntries(lines.map((line, index) => [index + 1, line])),
})
const least = ['Ma ho so', 'Thu tuc', 'Trang thai', 'Ngay nhan', 'SDT']
const line = ['HS-000001', 'Cấp đổi thẻ căn cước', 'Đã tiếp nhận', '05/11/2026', '0900000001']

test.for([
  ['XLSX', writeXlsx(goodSheet)],
  ['UTF-8 with commas', Buffer.from(writeCsv(goodLines, ','))],
  ['UTF-8 with its mark and semicolons', Buffer.from(`\ufeff${writeCsv(goodLines, ';')}`)],
  ['UTF-8 with tabs, decomposed', Buffer.from(writeCsv(goodLines, '\t').normalize('NFD'))],
  ['UTF-16 as Excel calls Unicode', Buffer.from(`\ufeff${writeCsv(goodLines, '\t')}`, 'utf16le')],
  ['Windows-1258', inWindows1258(writeCsv(goodLines, ';'))],
] as const)('%s reads alike', async ([, bytes]) => {
  const { records, problems, headings } = await read(bytes)
  expect(problems).toEqual([])
  expect(records).toHaveLength(9)
  expect(records[1]).toEqual({
    row: 3,
    code: 'MAU.2611-0002',
    procedure: 'Đăng ký tạm trú',
    status: 'need_more',
    receivedOn: '2026-11-18',
    station: null,
    changedOn: null,
    promisedOn: '2026-11-25',
    factor: '0102',
    phone: '0900000102',
    place: null,
    note: null,
    reason: null,
  })
  expect(unread({ headings })).toEqual(['STT', 'Họ và tên', 'Ghi chú'])
})

test.for([
  ['a year of another century', '25/11/1926', '01/12/2026', 'receivedOn'],
  ['a promise of years ahead', '25/11/2026', '01/12/2099', 'promisedOn'],
] as const)('%s is a slip of the pen', async ([, received, promised, field]) => {
  const row = [...line.slice(0, 3), received, line[4]!, promised]
  const { records, problems } = await read(writeXlsx(sheetOf([...least, 'Ngày hẹn'], row)))
  expect(records).toEqual([])
  expect(problems).toMatchObject([{ row: 2, field }])
})

test('a cell of several lines keeps them: each names a paper', async () => {
  const list = writeXlsx(
    sheetOf([...least, 'Thông báo cho công dân'], [...line, 'Giấy khai sinh \n\n Ảnh  chân dung']),
  )
  const { records, headings } = await read(list)
  expect([records[0]?.note, unread({ headings })]).toEqual(['Giấy khai sinh\nẢnh chân dung', []])
})

test('the committed samples are what the fixtures say', async () => {
  expect(await sample('ho-so-mau.xlsx')).toEqual(writeXlsx(goodSheet))
  expect(await sample('ho-so-kho.xlsx')).toEqual(writeXlsx(nastySheet))
  expect((await read(await sample('ho-so-mau.csv'))).records).toHaveLength(9)
  expect((await read(await sample('ho-so-mau-windows-1258.csv'))).records).toHaveLength(9)
})

test('each row of the nasty sheet has the outcome that is written beside it', async () => {
  const { records, problems } = await read(writeXlsx(nastySheet))
  const outcome = Object.fromEntries([
    ...records.map(({ row }) => [row, [] as string[]] as const),
    ...problems.map(({ row, field }) => [row, [field]] as const),
  ])
  // Without a phone or PIN a known file may still change: whether row 16 is taken, the database decides.
  expect(outcome).toEqual({ ...nastyOutcome, 16: [] })
  expect(problems.every(({ text, column }) => text.includes('Bạn ') && column !== null)).toBe(true)
})

test.for([
  ['without marks and signs', ['MA_HO_SO', 'THU TUC', 'TRANG-THAI', 'NGAY.NHAN', 'SO DIEN THOAI']],
  ['without blanks', ['MaHoSo', 'TenThuTuc', 'TinhTrang', 'NgayTiepNhan', 'SoDienThoai']],
  ['abbreviated', ['Mã HS', 'Tên TTHC', 'Tình trạng HS', 'Ngày nhận HS', 'Số ĐT liên hệ']],
  ['in the other spelling', ['Mã hồ sơ', 'Thủ tục', 'Tình trạng xử lí', 'Ngày tiếp nhận hồ sơ', 'ĐTDĐ']],
  [
    'with remarks',
    ['Mã hồ sơ (*)', 'Thủ tục (tên)', 'Trạng thái:', 'Ngày nhận (ngày/tháng/năm)', 'SĐT (Zalo)'],
  ],
  ['over two lines', ['Mã\nhồ sơ', 'Thủ\ntục', 'Trạng\nthái', 'Ngày\nnhận', 'Điện\nthoại']],
] as const)('headings are known %s', async ([, written]) => {
  const { records, headings } = await read(writeXlsx(sheetOf([...written], line)))
  expect(records).toMatchObject([
    { code: 'HS-000001', status: 'received', receivedOn: '2026-11-05', phone: '0900000001' },
  ])
  expect(unread({ headings })).toEqual([])
})

test.for([
  ['Đang xử lí', 'in_progress'],
  ['dang thu li', 'in_progress'],
  ['Chờ trả KQ', 'ready'],
  ['Yêu cầu bổ sung HS', 'need_more'],
  ['Đã trả KQ.', 'delivered'],
] as const)('the state “%s” is %s', async ([written, status]) => {
  const { records } = await read(writeXlsx(sheetOf(least, [...line.slice(0, 2), written, ...line.slice(3)])))
  expect(records).toMatchObject([{ status }])
})

test('a mistyped heading is named beside the column that is missing', async () => {
  const mistyped = ['Mã hồ sơ', 'Thủ tục', 'Trạng thái', 'Ngày nhập', 'SĐT']
  await expect(read(writeXlsx(sheetOf(mistyped, line)))).rejects.toThrow(
    'Thiếu cột “Ngày nhận”. Bạn đặt tên cột như tệp mẫu rồi thử lại. Các cột chưa rõ: “Ngày nhập”.',
  )
})

test('the good rows of the nasty sheet are understood', async () => {
  const { records } = await read(writeXlsx(nastySheet))
  const known = records.map(({ row, code, phone, receivedOn, promisedOn, status, procedure }) => [
    row,
    code,
    phone,
    receivedOn,
    promisedOn,
    status,
    procedure.normalize('NFC') === procedure,
  ])
  expect(known.filter(([row]) => row !== 16)).toEqual([
    [5, 'KHO.2611-0005', '0900000105', '2026-11-15', '2026-11-25', 'in_progress', true],
    [6, 'KHO.2611-0006', '0900000106', '2026-11-05', '2026-11-16', 'received', true],
    [7, 'KHO.2611-0007', '0900000107', '2026-11-05', '2026-11-16', 'in_progress', true],
    [23, '26110023', '0900000123', '2026-11-05', null, 'delivered', true],
  ])
})

test('a workbook of an old Mac counts from 1904', async () => {
  const { records } = await read(
    writeXlsx({ ...sheetOf(least, [...line.slice(0, 3), 44_869, line[4]!]), from1904: true }),
  )
  expect(records[0]?.receivedOn).toBe('2026-11-05')
})

test('a PIN goes before the phone, and the phone still leads its owner there', async () => {
  const { records } = await read(writeXlsx(sheetOf([...least, 'Mã PIN'], [...line, 1234])))
  expect(records[0]).toMatchObject({ factor: '001234', phone: '0900000001' })
})

test.for([
  ['a landline opens by its last digits', '02743 822 822', { factor: '2822', phone: '02743822822' }],
  ['a lost zero comes back', 900_000_001, { factor: '0001', phone: '0900000001' }],
  ['the country code goes', '84900000001', { factor: '0001', phone: '0900000001' }],
] as const)('%s', async ([, phone, expected]) => {
  const { records } = await read(writeXlsx(sheetOf(least, [...line.slice(0, 4), phone])))
  expect(records[0]).toMatchObject(expected)
})

test('a problem never repeats what stands in a cell about a person', async () => {
  const { problems } = await read(writeXlsx(nastySheet))
  expect(JSON.stringify(problems)).not.toMatch(/0900|Người Mẫu|KHO\.2611/i)
})

test.for([
  ['note', 'Thông báo cho công dân'],
  ['reason', 'Lý do'],
] as const)('the number of a card in the column of the %s is refused', async ([field, heading]) => {
  const written = [...line, 'Thẻ 079 201 012 345 đã in.']
  const { records, problems } = await read(writeXlsx(sheetOf([...least, heading], written)))
  expect(records).toEqual([])
  expect(problems).toMatchObject([{ row: 2, field, text: expect.not.stringContaining('079') }])
})
