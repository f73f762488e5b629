import { expect, test } from 'vitest'
import { ageWords, updatedWords } from './age.ts'

const now = new Date('2026-11-26T03:00:00Z')

test.for([
  ['2026-11-26T03:00:30Z', 'vừa xong', 'a clock that runs behind'],
  ['2026-11-26T02:59:01Z', 'vừa xong', 'less than a minute'],
  ['2026-11-26T02:59:00Z', '1 phút trước', 'a minute'],
  ['2026-11-26T02:00:01Z', '59 phút trước', 'nearly an hour'],
  ['2026-11-26T02:00:00Z', '1 giờ trước', 'an hour'],
  ['2026-11-25T03:00:01Z', '23 giờ trước', 'nearly a day'],
  ['2026-11-25T03:00:00Z', '1 ngày trước', 'a day'],
  ['2026-10-01T03:00:00Z', '56 ngày trước', 'weeks'],
  ['2026-08-01T03:00:00Z', '3 tháng trước', 'months'],
] as const)('%s was %s (%s)', ([since, words]) => {
  expect(ageWords(since, now)).toBe(words)
})

test('the age comes first, then the day with its weekday', () => {
  expect(updatedWords('2026-11-23T01:15:00Z', now)).toBe(
    'cập nhật 3 ngày trước, lúc 08:15 thứ Hai, 23/11/2026',
  )
  expect(updatedWords('2026-11-26T01:15:00Z', now)).toBe('cập nhật 1 giờ trước, lúc 08:15 hôm nay')
})
