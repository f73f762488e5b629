import { expect, test } from 'vitest'
import { feeOn, type FeeTable } from './fees.ts'

const source = 'TT 73/2024'
const table: FeeTable = {
  id: 'cap-doi',
  label: 'Cấp đổi',
  rules: [
    { from: '2025-01-01', until: null, amount: 50_000, why: 'Mức quy định', source },
    { from: '2025-07-01', until: '2026-12-31', amount: 25_000, why: 'Giảm 50%', source },
    {
      from: '2026-08-15',
      until: '2027-02-28',
      amount: 0,
      why: 'Miễn',
      condition: 'Nộp trực tuyến',
      source,
    },
  ],
}

test.for([
  ['before any rule', '2024-12-31', null, { on: '2025-01-01', amount: 50_000 }],
  ['on the first day of the base amount', '2025-01-01', 50_000, { on: '2025-07-01', amount: 25_000 }],
  ['on the last day before the reduction', '2025-06-30', 50_000, { on: '2025-07-01', amount: 25_000 }],
  ['on the first day of the reduction', '2025-07-01', 25_000, { on: '2027-01-01', amount: 50_000 }],
  ['on the last day of the reduction', '2026-12-31', 25_000, { on: '2027-01-01', amount: 50_000 }],
  ['after the reduction', '2027-01-01', 50_000, null],
] as const)('the amount %s follows the calendar', ([, on, amount, next]) => {
  expect(feeOn(table, on)).toMatchObject({ amount, next })
})

test.for([
  ['the day before it begins', '2026-08-14', []],
  ['its first day', '2026-08-15', [0]],
  ['its last day', '2027-02-28', [0]],
  ['the day after', '2027-03-01', []],
] as const)('the waiver with a condition on %s', ([, on, amounts]) => {
  expect(feeOn(table, on).reduced.map(({ amount }) => amount)).toEqual(amounts)
})

test('of several reductions in force the highest one counts', () => {
  const more = { from: '2026-01-01', until: null, amount: 10_000, why: 'Giảm 80%', source }
  expect(feeOn({ ...table, rules: [more, ...table.rules] }, '2026-06-01').amount).toBe(10_000)
})

test('a condition that brings nothing is not shown', () => {
  const useless = { ...table.rules[2]!, amount: 25_000 }
  expect(feeOn({ ...table, rules: [...table.rules.slice(0, 2), useless] }, '2026-09-01').reduced).toEqual([])
})

test('without a rule for the day nothing is promised', () => {
  expect(feeOn({ ...table, rules: [table.rules[1]!] }, '2027-01-01')).toEqual({
    id: 'cap-doi',
    label: 'Cấp đổi',
    amount: null,
    why: 'Chưa có quy định cho ngày này',
    source: '',
    reduced: [],
    next: null,
  })
})

test('an amount that nobody has read is not guessed, and a known one goes before it', () => {
  const unread = { ...table.rules[0]!, amount: null }
  expect(feeOn({ ...table, rules: [unread] }, '2026-01-01')).toMatchObject({
    amount: null,
    why: 'Mức quy định',
  })
  expect(feeOn({ ...table, rules: [unread, table.rules[1]!] }, '2026-01-01').amount).toBe(25_000)
  expect(feeOn({ ...table, rules: [unread, table.rules[2]!] }, '2026-09-01').reduced).toHaveLength(1)
})

test('an end that changes nothing is no change', () => {
  const same = { ...table.rules[0]!, until: '2026-06-30' }
  expect(feeOn({ ...table, rules: [table.rules[0]!, same] }, '2026-01-01').next).toBeNull()
})

test('an amount that nobody has read is not known, and a waiver still holds', () => {
  const unread = { ...table.rules[0]!, amount: null }
  const waiver = { ...table.rules[2]!, from: '2026-01-01', until: null, amount: 0 }
  const answer = feeOn({ ...table, rules: [unread, waiver] }, '2026-09-01')
  expect(answer).toMatchObject({ amount: null, why: unread.why, next: null })
  expect(answer.reduced.map(({ amount }) => amount)).toEqual([0])
  expect(feeOn({ ...table, rules: [{ ...waiver, amount: null }] }, '2026-09-01').reduced).toEqual([])
})
