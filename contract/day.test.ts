import { expect, test } from 'vitest'
import { addDays, dayOf, formatDay, formatDayWithWeekday } from './day.ts'

test.for([
  ['one second before midnight in Viet Nam', '2026-12-31T16:59:59Z', '2026-12-31'],
  ['midnight in Viet Nam', '2026-12-31T17:00:00Z', '2027-01-01'],
  ['midnight in UTC', '2026-12-31T00:00:00Z', '2026-12-31'],
  ['the end of a short February', '2027-02-28T16:59:59.999Z', '2027-02-28'],
  ['the first of March', '2027-02-28T17:00:00Z', '2027-03-01'],
  ['a leap day', '2028-02-29T05:00:00Z', '2028-02-29'],
] as const)('%s falls on the right day', ([, instant, day]) => {
  expect(dayOf(new Date(instant))).toBe(day)
})

test.for([
  ['2026-12-31', 1, '2027-01-01'],
  ['2027-03-01', -1, '2027-02-28'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2026-11-24', 0, '2026-11-24'],
  ['2026-11-24', 365, '2027-11-24'],
] as const)('%s and %i days is %s', ([day, count, expected]) => {
  expect(addDays(day, count)).toBe(expected)
})

test('a day is written day first, with the weekday where asked', () => {
  expect(formatDay('2026-12-02')).toBe('02/12/2026')
  expect(formatDayWithWeekday('2026-12-02')).toBe('thứ Tư, 02/12/2026')
  expect(formatDayWithWeekday('2026-11-29')).toBe('Chủ Nhật, 29/11/2026')
})
