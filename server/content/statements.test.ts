import * as v from 'valibot'
import { expect, test } from 'vitest'
import { checkFile } from './check-file.ts'
import { fileOf } from './file-of.fixture.ts'
import { checkFormCodes, checkStatements } from './statements.ts'

function notesOn(text: string): string[] {
  const { file, noted } = fileOf({ notes: [text] })
  checkFile(v.object({ notes: v.array(v.string()) }), file)
  checkStatements(file)
  return noted
}

test.each([
  '15.000 đồng',
  '50.000đ',
  '50.000 đ',
  '70.000 ₫',
  '15 nghìn đồng',
  '20 ngàn',
  '70k đồng',
  '1 triệu',
  '10k',
  'mười nghìn',
])('a fee typed as text: %s', (amount) =>
  expect(notesOn(`Nộp ${amount} tại quầy.`)).toEqual([`notes[0] types a fee as text: "${amount}"`]),
)

test.each([
  'Từ 14 đến 25 tuổi.',
  'Trong 7 ngày đầu.',
  'Phiếu DC01 đã điền.',
  'Giảm 50% lệ phí.',
  'Trong 8 giờ làm việc.',
])('a sound statement: %s', (text) => expect(notesOn(text)).toEqual([]))

test.each([
  '?',
  '7 ngày?',
  'Tối đa 7 ngày ? (hỏi lại)',
  'Tối đa 5 ngày (?)',
  'Nộp ở đâu?',
  'Làm trong một ngày [M]',
  'Làm trong một ngày [V2·S05]',
])('doubt is not shown: %s', (text) => expect(notesOn(text)).toHaveLength(1))

test('an address may carry what it likes', () => {
  const { file, noted } = fileOf({ address: 'https://vanban.chinhphu.vn/?docid=1' })
  checkStatements(file)
  expect(noted).toEqual([])
})

test.each([
  ['Điền phiếu DC01 và tờ khai CT01.', []],
  ['Điền phiếu CT99.', ['notes[0] names no form: "CT99"']],
  ['Bản ghi CC-08, mã CT011 và XCT99 không phải biểu mẫu.', []],
])('a form in a sentence must be known: %s', (text, problems) => {
  const { file, noted } = fileOf({ notes: [text] })
  checkFormCodes(file, new Set(['dc01', 'ct01']))
  expect(noted).toEqual(problems)
})
