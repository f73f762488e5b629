import { expect, test } from 'vitest'
import { mayPromise, promisedDay } from './promised-day.ts'
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

const counter = {
  service: 'Cư trú',
  text: 'Giờ hành chính.',
  spans: null,
  days: [1, 2, 3, 4, 5, 6],
  groups: ['cu-tru'],
}
const onDuty = {
  service: 'Trực ban',
  text: 'Trực 24/24 giờ.',
  spans: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '23:59' }],
}
const exact = { ...counter, spans: [{ days: [6], from: '07:30', to: '11:30' }] }

test.for([
  ['a working day', '2026-11-25', undefined, true],
  ['a holiday', '2026-11-24', [counter], false],
  ['a Saturday at an unknown place', '2026-11-28', undefined, false],
  ['a Saturday where a counter opens', '2026-11-28', [counter], true],
  ['a Saturday with exact hours', '2026-11-28', [exact], true],
  ['a Sunday', '2026-11-29', [counter, exact], false],
  ['a Sunday where somebody is on duty, but takes no files', '2026-11-29', [onDuty], false],
  ['a day that nobody has announced', '2029-02-08', undefined, true],
] as const)('may be promised: %s', ([, day, hours, may]) => {
  expect(
    mayPromise(
      workCalendar,
      hours?.map((one) => structuredClone(one)),
      day,
    ),
  ).toBe(may)
})
