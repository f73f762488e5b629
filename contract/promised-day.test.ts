import { expect, test } from 'vitest'
import { promisedDay } from './promised-day.ts'
import { workCalendar } from './work-calendar.fixture.ts'

test.for([
  ['seven working days over a holiday', '2026-11-20T02:00:00Z', 7, '2026-12-02'],
  ['over New Year', '2026-12-30T02:00:00Z', 3, '2027-01-05'],
  ['half a day', '2026-11-23T01:00:00Z', 0.5, '2026-11-23'],
  ['no plain number of days', '2026-11-20T02:00:00Z', null, null],
  ['days that nobody has announced', '2027-02-01T02:00:00Z', 7, null],
] as const)('%s', ([, acceptedAt, workingDays, day]) => {
  expect(promisedDay(workCalendar, workingDays, new Date(acceptedAt))).toBe(day)
})
