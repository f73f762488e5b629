import { expect, test } from 'vitest'
import { workCalendar } from '#contract/work-calendar.fixture.ts'
import { countWords, daysUntil, promiseLine } from './promise-words.ts'

const today = '2026-11-23'
const open = { status: 'in_progress', overdue: false } as const

test.for([
  // The 24th is a holiday.
  [{ ...open, promisedOn: '2026-11-26' }, 'còn 2 ngày làm việc'],
  [{ ...open, promisedOn: '2026-11-30' }, 'còn 4 ngày làm việc'],
  [{ ...open, promisedOn: '2026-11-23' }, 'hôm nay'],
  [{ ...open, overdue: true, promisedOn: '2026-11-21' }, 'quá hẹn 2 ngày'],
  [{ ...open, promisedOn: null }, ''],
  [{ ...open, status: 'ready', promisedOn: '2026-11-21' }, ''],
] as const)('%o → %s', ([application, words]) => {
  expect(countWords(application, today, workCalendar)).toBe(words)
})

test.for([
  ['while the days off are not announced', '2030-01-10', '2030-01-07', workCalendar],
  ['before the calendar has come', '2026-11-26', today, undefined],
] as const)('%s, calendar days are counted', ([, promisedOn, now, calendar]) => {
  expect(countWords({ ...open, promisedOn }, now, calendar)).toBe('còn 3 ngày')
})

test('a phone with a wrong clock does not decide what is late', () => {
  expect(countWords({ ...open, promisedOn: '2026-11-21' }, today, undefined)).toBe('')
  expect(countWords({ ...open, overdue: true, promisedOn: '2026-11-26' }, today, undefined)).toBe(
    'đã quá hẹn',
  )
})

test('days are counted across months', () => {
  expect(daysUntil('2026-12-02', '2026-11-30')).toBe(2)
})

test('a list says the day and nothing once the result is there', () => {
  expect(promiseLine({ ...open, overdue: true, promisedOn: '2026-11-21' }, undefined)).toMatch(
    /^Hẹn thứ Bảy, 21\/11\/2026, (?:đã )?quá hẹn/,
  )
  expect(promiseLine({ ...open, status: 'ready', promisedOn: '2026-11-21' }, undefined)).toBe('')
})
