import { afterEach, describe, expect, test } from 'vitest'
import { formatDayWithWeekday } from './day.ts'
import { instantAt, timeOf, weekdayOf } from './local-time.ts'
import { workCalendar } from './work-calendar.fixture.ts'
import { readyBy } from './working-days.ts'

type Case = [receivedAt: string, workingDays: number, day: string, by: 'noon' | 'close', name: string]
const cases: Case[] = [
  ['2026-11-20T09:00:00+07:00', 7, '2026-12-02', 'close', 'a Friday morning'],
  ['2026-11-20T22:30:00+07:00', 7, '2026-12-02', 'close', 'after office hours: still that day'],
  ['2026-11-20T23:59:59+07:00', 1, '2026-11-23', 'close', 'the last second of Friday'],
  ['2026-11-21T00:00:00+07:00', 1, '2026-11-23', 'close', 'the first second of Saturday'],
  ['2026-11-21T09:00:00+07:00', 7, '2026-12-02', 'close', 'a Saturday morning: day 1 is Monday'],
  ['2026-11-22T23:59:59+07:00', 1, '2026-11-23', 'close', 'the last second of Sunday'],
  ['2026-11-22T17:00:00Z', 1, '2026-11-25', 'close', 'Sunday in UTC, already Monday here'],
  ['2026-11-22T16:59:59Z', 1, '2026-11-23', 'close', 'Sunday in UTC and here'],
  ['2026-11-23T16:59:59Z', 1, '2026-11-25', 'close', 'Monday late in the evening'],
  ['2026-11-23T17:00:00Z', 2, '2026-11-26', 'close', 'Monday in UTC, the holiday here'],
  ['2026-12-30T16:59:59Z', 3, '2027-01-05', 'close', '30 December here'],
  ['2026-12-30T17:00:00Z', 3, '2027-01-06', 'close', '31 December here'],
  ['2025-12-31T17:00:00Z', 1, '2026-01-05', 'close', 'New Year here, still the old year in UTC'],
  ['2026-01-09T15:00:00+07:00', 1, '2026-01-10', 'close', 'due on a Saturday worked in exchange'],
  ['2026-11-23T08:00:00+07:00', 0.5, '2026-11-23', 'close', 'half a day from the morning'],
  ['2026-11-23T11:59:59+07:00', 0.5, '2026-11-23', 'close', 'half a day from the end of the morning'],
  ['2026-11-23T12:00:00+07:00', 0.5, '2026-11-25', 'noon', 'half a day from the afternoon, over the holiday'],
  ['2026-11-25T14:00:00+07:00', 0.5, '2026-11-26', 'noon', 'half a day from the afternoon'],
  ['2026-11-27T19:00:00+07:00', 0.5, '2026-11-30', 'noon', 'half a day after office hours'],
  ['2026-11-28T09:00:00+07:00', 0.5, '2026-11-30', 'noon', 'half a day from a Saturday morning'],
  ['2026-01-10T09:00:00+07:00', 0.5, '2026-01-10', 'close', 'half a day from a worked Saturday morning'],
  ['2026-11-24T09:00:00+07:00', 0.5, '2026-11-25', 'noon', 'half a day from a holiday'],
  ['2026-11-23T00:30:00Z', 0.5, '2026-11-23', 'close', '07:30 here'],
  ['2026-11-25T05:00:00Z', 0.5, '2026-11-26', 'noon', 'noon here'],
  ['2026-11-25T09:00:00+07:00', 0, '2026-11-25', 'close', 'the same day'],
  ['2026-11-28T09:00:00+07:00', 0, '2026-11-30', 'close', 'the same day, on a Saturday'],
]

const machineZone = process.env.TZ
afterEach(() => {
  if (machineZone === undefined) delete process.env.TZ
  else process.env.TZ = machineZone
})

describe.each([
  ['America/Los_Angeles', 480],
  ['UTC', 0],
  ['Asia/Ho_Chi_Minh', -420],
  ['Pacific/Kiritimati', -840],
])('on a machine in %s', (zone, minutes) => {
  test.each(cases)('%s, %d days → %s %s (%s)', (receivedAt, workingDays, day, by) => {
    process.env.TZ = zone
    expect(new Date('2026-11-23T00:00:00Z').getTimezoneOffset()).toBe(minutes)
    const ready = readyBy(workCalendar, { receivedAt: new Date(receivedAt), workingDays })
    expect(ready).toEqual({ kind: 'known', day, by })
  })

  test('clocks and weekdays are those of Viet Nam', () => {
    process.env.TZ = zone
    expect(timeOf(new Date('2026-11-22T17:05:00Z'))).toBe('00:05')
    expect(instantAt('2026-11-23', '00:05').toISOString()).toBe('2026-11-22T17:05:00.000Z')
    expect(['2026-11-23', '2026-11-28', '2026-11-29'].map(weekdayOf)).toEqual([1, 6, 7])
    expect(formatDayWithWeekday('2026-12-02')).toBe('thứ Tư, 02/12/2026')
  })
})

describe('what cannot be answered', () => {
  test.each([
    ['2027-02-01T09:00:00+07:00', 7, '2027-02-04', 'a count into Tết 2027'],
    ['2027-02-04T09:00:00+07:00', 0.5, '2027-02-04', 'a morning of which nobody knows whether it is worked'],
    ['2027-02-03T15:00:00+07:00', 0.5, '2027-02-04', 'an afternoon before an open day'],
    ['2027-12-31T09:00:00+07:00', 1, '2028-01-01', 'a count into a year without a table'],
    ['2028-01-03T09:00:00+07:00', 0, '2028-01-03', 'the same day in a year without a table'],
  ])('%s, %d days: not announced from %s (%s)', (receivedAt, workingDays, from) => {
    const ready = readyBy(workCalendar, { receivedAt: new Date(receivedAt), workingDays })
    expect(ready).toEqual({ kind: 'not-announced', from })
  })

  test.each([1.5, -1, Number.NaN])('%d working days', (workingDays) => {
    const receivedAt = new Date('2026-11-23T02:00:00Z')
    expect(() => readyBy(workCalendar, { receivedAt, workingDays })).toThrow(RangeError)
  })
})

test('a unit says itself when its afternoon begins', () => {
  const receivedAt = new Date('2026-11-25T11:40:00+07:00')
  const ready = readyBy(workCalendar, { receivedAt, workingDays: 0.5, afternoonFrom: '11:30' })
  expect(ready).toEqual({ kind: 'known', day: '2026-11-26', by: 'noon' })
})
