import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, formatDayWithWeekday } from './day.ts'
import { withTet2027, workCalendar } from './work-calendar.fixture.ts'
import { addWorkingDays, isWorkingDay, kindOfDay, remaining, workingDaysBetween } from './working-days.ts'

describe('which days are worked', () => {
  test.each([
    ['2026-11-23', true, 'a Monday'],
    ['2026-11-24', false, 'Ngày Văn hóa Việt Nam, a Tuesday'],
    ['2026-11-25', true, 'the day after it'],
    ['2025-11-24', true, '24 November before it became a holiday'],
    ['2026-11-28', false, 'a Saturday'],
    ['2026-11-29', false, 'a Sunday'],
    ['2026-01-01', false, 'New Year'],
    ['2026-01-02', false, 'the Friday given in exchange'],
    ['2026-01-10', true, 'the Saturday worked for it'],
    ['2026-01-17', false, 'an ordinary Saturday after it'],
    ['2026-02-13', true, 'the last Friday before Tết'],
    ['2026-02-16', false, 'Tết'],
    ['2026-02-20', false, 'the last weekday of Tết'],
    ['2026-02-23', true, 'the Monday after Tết'],
    ['2026-04-24', true, 'the Friday before Giỗ Tổ'],
    ['2026-04-26', false, 'Giỗ Tổ, a Sunday'],
    ['2026-04-27', false, 'the Monday given for it'],
    ['2026-04-28', true, 'the Tuesday after it'],
    ['2026-08-22', true, 'the Saturday worked for 31 August'],
    ['2026-08-31', false, 'the Monday given in exchange'],
    ['2026-09-03', true, 'the day after Quốc khánh'],
    ['2025-04-26', true, 'the Saturday worked for 2 May 2025'],
    ['2025-05-02', false, 'the Friday given in exchange'],
    ['2027-04-16', false, 'Giỗ Tổ 2027'],
    ['2027-05-01', false, 'Labour Day 2027, a Saturday'],
    ['2027-05-03', false, 'the Monday given for it'],
    ['2027-09-02', false, 'Quốc khánh 2027, certain although the days beside it are not'],
    ['2027-02-03', true, 'the last day before the open question of Tết 2027'],
    ['2027-02-15', true, 'the first day after it'],
  ])('%s: %s (%s)', (day, worked) => {
    expect(isWorkingDay(workCalendar, day)).toBe(worked)
  })

  test.each([
    ['2027-02-04', 'proposed as a first day of Tết'],
    ['2027-02-06', 'inside an open period, also on a Saturday'],
    ['2027-02-14', 'the last proposed day'],
    ['2027-09-01', 'perhaps the second day of Quốc khánh'],
    ['2027-09-03', 'perhaps the second day of Quốc khánh'],
    ['2024-12-31', 'before the tables'],
    ['2028-01-01', 'after the tables'],
    ['2028-01-02', 'after the tables, also on a Sunday'],
    ['9999-12-31', 'far after the tables'],
  ])('%s: undecided (%s)', (day) => {
    expect(isWorkingDay(workCalendar, day)).toBe('undecided')
  })

  test('a holiday on a Sunday is a holiday and not a mere weekend', () => {
    expect(kindOfDay(workCalendar, '2026-04-26')).toBe('off')
    expect(kindOfDay(workCalendar, '2026-11-29')).toBe('weekend')
  })
})

describe('counting working days on', () => {
  test.each([
    ['2026-11-20', 7, '2026-12-02', 'across 24 November'],
    ['2026-11-23', 1, '2026-11-25', 'over 24 November'],
    ['2026-11-24', 1, '2026-11-25', 'from the holiday itself'],
    ['2026-11-20', 1, '2026-11-23', 'from a Friday'],
    ['2026-11-21', 1, '2026-11-23', 'from a Saturday'],
    ['2026-11-22', 1, '2026-11-23', 'from a Sunday'],
    ['2026-12-30', 3, '2027-01-05', 'over the end of the year'],
    ['2026-12-31', 1, '2027-01-04', 'from New Year’s Eve, a Thursday'],
    ['2025-12-31', 1, '2026-01-05', 'over the long New Year of 2026'],
    ['2026-01-09', 1, '2026-01-10', 'onto a Saturday worked in exchange'],
    ['2026-01-09', 2, '2026-01-12', 'past it'],
    ['2026-02-13', 1, '2026-02-23', 'over Tết 2026'],
    ['2026-02-11', 7, '2026-02-27', 'two days before Tết 2026, five after'],
    ['2026-04-24', 1, '2026-04-28', 'over Giỗ Tổ and the Monday given for it'],
    ['2026-04-28', 3, '2026-05-05', 'over 30 April and 1 May'],
    ['2026-08-21', 1, '2026-08-22', 'onto the Saturday worked for 31 August'],
    ['2026-08-28', 2, '2026-09-04', 'over Quốc khánh 2026'],
    ['2027-01-27', 5, '2027-02-03', 'up to the day before an open period'],
    ['2027-04-29', 1, '2027-05-04', 'over 30 April to 3 May 2027'],
    ['2026-11-28', 0, '2026-11-28', 'no days at all'],
  ])('%s + %i → %s (%s)', (day, count, due) => {
    expect(addWorkingDays(workCalendar, day, count)).toEqual({ kind: 'known', day: due })
  })

  test.each([
    ['2027-02-01', 7, '2027-02-04', 'meets Tết 2027'],
    ['2027-02-03', 1, '2027-02-04', 'begins right before it'],
    ['2027-02-08', 1, '2027-02-09', 'begins inside it'],
    ['2027-08-31', 1, '2027-09-01', 'meets the day before Quốc khánh 2027'],
    ['2027-09-02', 1, '2027-09-03', 'meets the day after it'],
    ['2027-12-31', 1, '2028-01-01', 'meets a year without a table'],
    ['2024-12-27', 3, '2024-12-28', 'begins in a year without a table'],
    ['2026-11-23', Number.MAX_SAFE_INTEGER, '2027-02-04', 'is absurdly large'],
  ])('%s + %i is not announced from %s (%s)', (day, count, from) => {
    expect(addWorkingDays(workCalendar, day, count)).toEqual({ kind: 'not-announced', from })
  })

  test('a year may be open as a whole', () => {
    const open = { from: '2028-01-01', to: '2028-12-31', why: '2028' }
    const year = { year: 2028, off: [], workingSaturdays: [], undecided: [open], source: '', checkedOn: '' }
    const calendar = { years: [...workCalendar.years, year] }
    expect(addWorkingDays(calendar, '2027-12-30', 2)).toEqual({ kind: 'not-announced', from: '2028-01-01' })
  })

  test('once Tết 2027 is decided, either proposal gives its answer', () => {
    const first = addWorkingDays(withTet2027('2027-02-04', '2027-02-10'), '2027-02-01', 7)
    const second = addWorkingDays(withTet2027('2027-02-05', '2027-02-14'), '2027-02-01', 7)
    expect([first, second]).toEqual([
      { kind: 'known', day: '2027-02-17' },
      { kind: 'known', day: '2027-02-18' },
    ])
  })

  test.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])(
    '%d is not a number of working days',
    (count) => {
      expect(() => addWorkingDays(workCalendar, '2026-11-23', count)).toThrow(RangeError)
    },
  )

  test('the day reads with its weekday', () => {
    expect(formatDayWithWeekday('2026-12-02')).toBe('thứ Tư, 02/12/2026')
  })
})

describe('working days between two days', () => {
  test.each([
    ['2026-11-20', '2026-12-02', 7],
    ['2026-11-23', '2026-11-24', 0],
    ['2026-11-23', '2026-11-23', 0],
    ['2026-12-02', '2026-11-20', 0],
    ['2025-12-31', '2026-12-31', 249],
  ])('%s to %s: %i', (from, to, days) => {
    expect(workingDaysBetween(workCalendar, from, to)).toEqual({ kind: 'known', days })
  })

  test('says from which day on nothing is announced', () => {
    const between = workingDaysBetween(workCalendar, '2027-02-01', '9999-12-31')
    expect(between).toEqual({ kind: 'not-announced', from: '2027-02-04' })
  })

  test('takes back what counting on has given, and always ends on a working day', () => {
    const someDay = fc.integer({ min: 0, max: 720 }).map((offset) => addDays('2025-01-01', offset))
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 25 }), (day, count) => {
        const due = addWorkingDays(workCalendar, day, count)
        if (due.kind !== 'known') throw new Error(`${day} + ${count} has no answer`)
        expect(isWorkingDay(workCalendar, due.day)).toBe(true)
        expect(workingDaysBetween(workCalendar, day, due.day)).toEqual({ kind: 'known', days: count })
      }),
    )
  })
})

describe('what remains until a promised day', () => {
  test.each([
    ['2026-12-02', '2026-11-23', { kind: 'left', days: 6 }],
    ['2026-12-02', '2026-12-01', { kind: 'left', days: 1 }],
    ['2026-12-02', '2026-12-02', { kind: 'today' }],
    ['2026-12-02', '2026-12-03', { kind: 'late', days: 1 }],
    ['2026-11-20', '2026-11-21', { kind: 'late', days: 0 }],
    ['2026-11-20', '2026-11-24', { kind: 'late', days: 1 }],
    ['2026-11-22', '2026-11-21', { kind: 'left', days: 0 }],
    ['2026-11-24', '2026-11-24', { kind: 'today' }],
    ['2027-02-03', '2027-01-29', { kind: 'left', days: 3 }],
    ['2027-02-17', '2027-02-01', { kind: 'not-announced', from: '2027-02-04' }],
    ['2027-02-03', '2027-02-16', { kind: 'not-announced', from: '2027-02-04' }],
    ['2027-02-08', '2027-02-08', { kind: 'today' }],
    ['2028-03-01', '2028-02-28', { kind: 'not-announced', from: '2028-02-29' }],
  ])('promised %s, seen on %s: %j', (promisedOn, today, expected) => {
    expect(remaining(workCalendar, promisedOn, today)).toEqual(expected)
  })
})
