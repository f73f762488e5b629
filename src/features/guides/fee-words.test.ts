import { expect, test } from 'vitest'
import type { Fee } from '#contract/fees.ts'
import { amountText, asOfToday, feeInBrief, nextFeeText, reductionsOf } from './fee-words.ts'

const fee = (amount: number | null, more: Partial<Fee> = {}): Fee => ({
  id: 'cap-doi',
  label: 'Cấp đổi',
  amount,
  why: 'Mức quy định',
  source: 'Thông tư',
  reduced: [],
  next: null,
  ...more,
})

test.for([
  [0, 'Không thu tiền'],
  [15000, '15.000 đồng'],
  [null, 'Hỏi nơi nộp hồ sơ'],
] as const)('%s is told as %s', ([amount, words]) => {
  expect(amountText(amount)).toBe(words)
})

test.for([
  [[], undefined],
  [[null], 'Hỏi nơi nộp hồ sơ'],
  [[0, 0], 'Không thu tiền'],
  [[25000], '25.000 đồng'],
  [[15000, 0], 'Từ 0 đến 15.000 đồng'],
  [[35000, 15000], 'Từ 15.000 đồng đến 35.000 đồng'],
  [[35000, null], 'Tùy trường hợp'],
] as const)('fees of %o are in brief: %s', ([amounts, words]) => {
  expect(feeInBrief(amounts.map((amount) => fee(amount)))).toBe(words)
})

const reduced = (...amounts: number[]) =>
  amounts.map((amount) => ({ amount, why: 'Giảm', condition: `Người trả ${amount}`, until: null }))

test.for([
  ['whom the law exempts', [fee(25000, { reduced: reduced(0) })], 'Từ 0 đến 25.000 đồng'],
  ['who files online', [fee(10000, { reduced: reduced(5000) })], 'Từ 5.000 đồng đến 10.000 đồng'],
  [
    'every case of a guide',
    [fee(15000, { reduced: reduced(7000, 0) }), fee(10000, { reduced: reduced(5000) })],
    'Từ 0 đến 15.000 đồng',
  ],
  ['an exemption from what we have not read', [fee(null, { reduced: reduced(0) })], 'Tùy trường hợp'],
] as const)('the brief counts %s', ([, fees, words]) => {
  expect(feeInBrief(fees)).toBe(words)
})

test('the next change has its weekday', () => {
  expect(nextFeeText(fee(15000, { next: { on: '2027-01-01', amount: 30000 } }))).toBe(
    'Từ thứ Sáu, 01/01/2027: 30.000 đồng.',
  )
  expect(nextFeeText(fee(0, { next: { on: '2027-01-01', amount: null } }))).toBe(
    'Từ thứ Sáu, 01/01/2027: hỏi nơi nộp hồ sơ.',
  )
  expect(nextFeeText(fee(0))).toBeUndefined()
})

test('an old copy does not tell an amount that has ended', () => {
  const next = { on: '2027-01-01', amount: 30000 }
  const child = { amount: 0, why: 'Miễn', condition: 'Trẻ em', until: null }
  const digital = { amount: 0, why: 'Miễn', condition: 'Công dân số', until: '2027-02-28' }
  const old = fee(15000, { next, reduced: [child, digital] })
  expect(asOfToday(old, '2026-12-31')).toEqual(old)
  expect(asOfToday(old, '2027-01-01')).toMatchObject({ amount: 30000, next: null })
  expect(asOfToday(old, '2027-02-28').reduced).toEqual([child, digital])
  expect(asOfToday(old, '2027-03-01').reduced).toEqual([child])
})

test('an old copy offers no reduction that is none any more', () => {
  const old = fee(15000, { next: { on: '2027-01-01', amount: 5000 }, reduced: reduced(7000, 0) })
  expect(asOfToday(old, '2027-01-01').reduced).toEqual(reduced(0))
})

test('people who pay the same for the same reason stand together', () => {
  const free = { amount: 0, why: 'Được miễn lệ phí', until: null }
  const reduced = [
    { ...free, condition: 'Trẻ em' },
    { amount: 0, why: 'Công dân số', condition: 'Nộp trực tuyến', until: '2027-02-28' },
    { ...free, condition: 'Người cao tuổi' },
  ]
  expect(reductionsOf(fee(15000, { reduced }))).toEqual([
    { title: 'Không thu tiền (được miễn lệ phí)', conditions: ['Trẻ em', 'Người cao tuổi'] },
    { title: 'Không thu tiền (công dân số, đến hết ngày 28/02/2027)', conditions: ['Nộp trực tuyến'] },
  ])
})
