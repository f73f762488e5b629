import { zipSync, strToU8 } from 'fflate'
import { expect, test } from 'vitest'
import { readRecords } from './read-records.ts'
import { goodSheet } from './samples.fixture.ts'
import { FileRefused, limits } from './table.ts'
import { writeXlsx } from './write-xlsx.fixture.ts'

const workbook = (extra: Record<string, string>) => writeXlsx({ ...goodSheet, extra })
const sheet = (inner: string) => ({ 'xl/worksheets/sheet1.xml': `<worksheet>${inner}</worksheet>` })
const bomb = (bytes: number) =>
  Buffer.from(zipSync({ 'xl/workbook.xml': new Uint8Array(bytes), 'xl/a.xml': new Uint8Array(bytes) }))

/** Says 10 bytes where 100,000 come out. */
function lying(): Buffer {
  const bytes = Buffer.from(zipSync({ 'xl/workbook.xml': strToU8(' '.repeat(100_000)) }))
  for (let at = bytes.indexOf('PK\x01\x02'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 1)) {
    bytes.writeUInt32LE(10, at + 24)
  }
  return bytes
}

test.for([
  ['an empty file', Buffer.of(), /trống/],
  ['a file that is too large', Buffer.alloc(limits.fileBytes + 1, 'a'), /20 MB/],
  ['an old or locked workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), /mật khẩu/],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0, 0, 0, 0]), /không phải bảng tính/],
  ['half a zip', Buffer.from('PK\x03\x04 and no more'), /hỏng/],
  ['another zip', Buffer.from(zipSync({ 'a.txt': strToU8('a') })), /không phải bảng tính/],
  ['a bomb', bomb(80 * 1024 * 1024), /quá lớn/],
  ['a bomb that lies about its size', lying(), /hỏng/],
  ['macros', workbook({ 'xl/vbaProject.bin': 'x' }), /macro/],
  [
    'an entity that grows',
    workbook({ 'xl/sharedStrings.xml': '<!DOCTYPE x [<!ENTITY a "aaaa">]><sst/>' }),
    /khai báo lạ/,
  ],
  ['broken XML', workbook(sheet('<sheetData><row>')), /hỏng/],
  ['a row far below', workbook(sheet('<sheetData><row r="1048576"/></sheetData>')), /100.000 dòng/],
  [
    'a merge over everything',
    workbook(sheet('<sheetData/><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')),
    /100.000 dòng/,
  ],
  ['a sheet without headings', workbook(sheet('<sheetData/>')), /Mã hồ sơ/],
  [
    'a table without a state',
    Buffer.from('Mã hồ sơ;Thủ tục;Ngày nhận\nHS-000001;x;1/1/2026'),
    /“Trạng thái”/,
  ],
  ['headings and nothing else', Buffer.from('Mã hồ sơ;Thủ tục;Ngày nhận;Trạng thái'), /không có dòng hồ sơ/],
  ['a quote that never ends', Buffer.from('Mã hồ sơ;Thủ tục\n"abc;d\n'), /ngoặc kép/],
] as const)('%s is refused in words that help', async ([, bytes, words]) => {
  const reading = readRecords(bytes, '2026-11-26')
  await expect(reading).rejects.toThrow(FileRefused)
  await expect(reading).rejects.toThrow(words)
})
