import { expect, test } from 'vitest'
import { formatInstant, formatInstantDay } from './dates.ts'

test('a day has its weekday', () => {
  expect(formatInstantDay('2026-12-02T07:05:00Z')).toBe('thứ Tư, 02/12/2026')
})

test('an evening in London is already the next day in Viet Nam', () => {
  expect(formatInstantDay('2026-12-02T18:00:00Z')).toBe('thứ Năm, 03/12/2026')
})

test.for([
  ['2026-12-02T07:05:00Z', '2026-12-02T10:00:00Z', '14:05 hôm nay'],
  ['2026-12-02T07:05:00Z', '2026-12-03T10:00:00Z', '14:05 thứ Tư, 02/12/2026'],
  ['2026-12-01T17:00:00Z', '2026-12-02T10:00:00Z', '00:00 hôm nay'],
] as const)('%s read at %s is %s', ([instant, now, words]) => {
  expect(formatInstant(instant, new Date(now))).toBe(words)
})
