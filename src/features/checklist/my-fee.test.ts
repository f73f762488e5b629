import { expect, test } from 'vitest'
import type { Fee } from '#contract/fees.ts'
import { amountWords, myFee, nextWords } from './my-fee.ts'

const fee: Fee = {
  id: 'cap-lai',
  label: 'Cấp lại',
  amount: 35_000,
  why: 'Giảm 50%',
  source: 'TT 64/2025',
  reduced: [
    { amount: 0, why: 'Miễn', condition: 'Trẻ em', until: null },
    { amount: 0, why: 'Miễn cho công dân số', condition: 'Công dân số', until: '2027-02-28' },
  ],
  next: { on: '2027-01-01', amount: 70_000 },
}

test.for([
  ['everybody today', [], '2026-11-23', 35_000, { on: '2027-01-01', amount: 70_000 }],
  ['everybody, from a copy read after the change', [], '2027-01-01', 70_000, null],
  ['a child', ['Trẻ em'], '2026-11-23', 0, null],
  ['a digital citizen today', ['Công dân số'], '2026-11-23', 0, { on: '2027-03-01', amount: 70_000 }],
  [
    'a digital citizen on the last day',
    ['Công dân số'],
    '2027-02-28',
    0,
    { on: '2027-03-01', amount: 70_000 },
  ],
  ['a digital citizen after it', ['Công dân số'], '2027-03-01', 70_000, null],
] as const)('%s', ([, meets, day, amount, next]) => {
  expect(myFee(fee, meets, day)).toMatchObject({ amount, next })
})

test('a reason that no longer holds is not given', () => {
  expect(myFee(fee, [], '2026-11-23').why).toBe('Giảm 50%')
  expect(myFee(fee, [], '2027-01-01').why).toBe('')
  expect(myFee(fee, ['Công dân số'], '2027-01-01').why).toBe('Miễn cho công dân số')
})

test('an amount that nobody has read is asked for where one files, unless one is exempt', () => {
  const unread: Fee = { ...fee, amount: null, next: null }
  expect(amountWords(myFee(unread, [], '2026-11-23').amount)).toBe('Hỏi mức thu ở nơi nộp hồ sơ')
  expect(amountWords(myFee(unread, ['Trẻ em'], '2026-11-23').amount)).toBe('Không thu tiền')
})

test('the next change is said with its weekday', () => {
  expect(nextWords(myFee(fee, [], '2026-11-23'))).toBe('Từ thứ Sáu, 01/01/2027: 70.000 đồng.')
  expect(nextWords(myFee(fee, ['Trẻ em'], '2026-11-23'))).toBe('')
})
