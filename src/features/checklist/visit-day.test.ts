import { expect, test } from 'vitest'
import { workCalendar } from '#contract/work-calendar.fixture.ts'
import { nextWorkingDay, readyWhenFiled, readyWords, visitProblem } from './visit-day.ts'

const today = '2026-11-23'
const saturdays = [{ days: [1, 2, 3, 4, 5, 6], from: '07:30', to: '11:30' }]

test.for([
  ['a working day', '2026-11-25', undefined],
  ['today', '2026-11-23', undefined],
  ['a day that is over', '2026-11-20', 'Ngày này đã qua. Bạn chọn ngày khác.'],
  ['nothing', '', 'Bạn chọn một ngày.'],
  ['a holiday', '2026-11-24', 'Ngày này nghỉ: Ngày Văn hóa Việt Nam. Bạn chọn ngày khác.'],
  ['a Saturday', '2026-11-28', 'Thứ Bảy chưa rõ giờ nhận hồ sơ. Bạn chọn ngày khác hoặc hỏi trước.'],
  ['a Sunday', '2026-11-29', 'Ngày này là ngày nghỉ cuối tuần. Bạn chọn ngày làm việc.'],
  [
    'a day not announced',
    '2027-02-08',
    'Lịch nghỉ của ngày này chưa công bố. Bạn chọn ngày khác hoặc hỏi trước.',
  ],
  [
    'a year not announced',
    '2029-02-08',
    'Lịch nghỉ của ngày này chưa công bố. Bạn chọn ngày khác hoặc hỏi trước.',
  ],
] as const)('%s', ([, day, problem]) => {
  expect(visitProblem(workCalendar, undefined, day, today)).toBe(problem)
})

test('a counter that is known to open on Saturdays can be visited then', () => {
  expect(visitProblem(workCalendar, { spans: saturdays }, '2026-11-28', today)).toBeUndefined()
  expect(visitProblem(workCalendar, { spans: saturdays }, '2026-11-29', today)).toBeDefined()
})

test('where only the weekdays are known, a Saturday is one of them or is not', () => {
  const on = (days: number[]) => visitProblem(workCalendar, { spans: null, days }, '2026-11-28', today)
  expect(on([1, 2, 3, 4, 5, 6])).toBeUndefined()
  expect(on([1, 2, 3, 4, 5])).toBe('Ngày này là ngày nghỉ cuối tuần. Bạn chọn ngày làm việc.')
})

test('the day offered first skips holidays', () => {
  expect(nextWorkingDay(workCalendar, today)).toBe('2026-11-25')
})

test.for([
  ['2026-11-23', 'thứ Năm, 03/12/2026'],
  ['2026-11-25', 'thứ Sáu, 04/12/2026'],
  ['2027-02-01', 'Chưa xác định, vì lịch nghỉ từ ngày 04/02/2027 chưa công bố'],
] as const)('filed on %s, seven working days end: %s', ([day, words]) => {
  const now = new Date('2026-11-23T10:00:00+07:00')
  expect(readyWords(readyWhenFiled(workCalendar, day, 7, now))).toBe(words)
})
