import { describe, expect, test } from 'vitest'
import { openingAt, type Opening } from './opening.ts'
import type { OpeningSpan } from './unit.ts'
import { workCalendar } from './work-calendar.fixture.ts'

const weekdays = [1, 2, 3, 4, 5]
const office: OpeningSpan[] = [
  // Out of order on purpose: editors write what comes to mind first.
  { days: weekdays, from: '13:00', to: '17:00' },
  { days: weekdays, from: '07:30', to: '11:30' },
]
const residence: OpeningSpan[] = [...office, { days: [6], from: '07:30', to: '11:30' }]
const duty: OpeningSpan[] = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '23:59', onHolidays: true }]

const at = (spans: OpeningSpan[] | null, local: string) =>
  openingAt(spans, workCalendar, new Date(`${local}:00+07:00`))
const open = (until: string | null): Opening => ({ kind: 'open', until })
const closed = (opensOn: string, opensAt: string): Opening => ({ kind: 'closed', opensOn, opensAt })

describe('an office from Monday to Friday', () => {
  test.each([
    ['2026-11-23T07:29', closed('2026-11-23', '07:30'), 'a minute before opening'],
    ['2026-11-23T07:30', open('11:30'), 'at opening'],
    ['2026-11-23T11:29', open('11:30'), 'a minute before lunch'],
    ['2026-11-23T11:30', closed('2026-11-23', '13:00'), 'lunch'],
    ['2026-11-23T16:59', open('17:00'), 'a minute before closing'],
    ['2026-11-23T17:00', closed('2026-11-25', '07:30'), 'the evening before a holiday'],
    ['2026-11-24T09:00', closed('2026-11-25', '07:30'), 'the holiday'],
    ['2026-11-27T18:00', closed('2026-11-30', '07:30'), 'a Friday evening'],
    ['2026-11-28T09:00', closed('2026-11-30', '07:30'), 'a Saturday'],
    ['2026-01-10T09:00', open('11:30'), 'a Saturday worked in exchange'],
    ['2026-01-09T18:00', closed('2026-01-10', '07:30'), 'the evening before it'],
    ['2026-02-13T17:00', closed('2026-02-23', '07:30'), 'the evening before Tết 2026'],
    ['2026-04-27T09:00', closed('2026-04-28', '07:30'), 'the Monday given for Giỗ Tổ'],
    ['2026-12-31T20:00', closed('2027-01-04', '07:30'), 'New Year’s Eve'],
    ['2027-02-14T09:00', closed('2027-02-15', '07:30'), 'a Sunday at the end of an open period'],
  ])('%s → %j (%s)', (local, expected) => {
    expect(at(office, local)).toEqual(expected)
  })
})

describe('a counter that also opens on Saturday mornings', () => {
  test.each([
    ['2026-11-28T08:00', open('11:30'), 'an ordinary Saturday'],
    ['2026-11-28T11:30', closed('2026-11-30', '07:30'), 'Saturday noon'],
    ['2026-08-22T15:00', open('17:00'), 'a Saturday worked in exchange has Monday’s hours'],
    ['2026-02-21T08:00', closed('2026-02-23', '07:30'), 'the Saturday of Tết'],
    ['2027-05-01T08:00', closed('2027-05-04', '07:30'), 'Labour Day on a Saturday'],
  ])('%s → %j (%s)', (local, expected) => {
    expect(at(residence, local)).toEqual(expected)
  })
})

describe('what is not known', () => {
  const cases: [spans: OpeningSpan[] | null, local: string, name: string][] = [
    [null, '2026-11-23T09:00', 'hours that the unit has not supplied'],
    [office, '2027-02-05T09:00', 'a day of which nobody knows whether it is worked'],
    [office, '2027-02-03T18:00', 'the evening before one'],
    [office, '2028-03-01T09:00', 'a year without a table'],
    [office, '2027-12-31T18:00', 'the evening before one'],
    [[], '2026-11-23T09:00', 'a counter without any hours'],
  ]
  test.each(cases)('%j at %s (%s)', (spans, local) => {
    expect(at(spans, local)).toEqual({ kind: 'unknown' })
  })
})

describe('a duty desk around the clock', () => {
  test.each([
    '2026-11-23T00:00',
    '2026-11-24T03:00',
    '2026-02-17T23:59',
    '2027-02-06T12:00',
    '2030-06-01T12:00',
  ])('is open at %s', (local) => {
    expect(at(duty, local)).toEqual(open(null))
  })

  test('is closed on a holiday when nobody has said otherwise', () => {
    const usual = duty.map(({ days, from, to }) => ({ days, from, to }))
    expect(at(usual, '2026-11-24T03:00')).toEqual(closed('2026-11-25', '00:00'))
    expect(at(usual, '2027-02-05T03:00')).toEqual({ kind: 'unknown' })
  })
})

test('spans that touch or overlap are one opening', () => {
  const days = weekdays
  const spans = [
    { days, from: '11:00', to: '13:00' },
    { days, from: '07:30', to: '11:30' },
    { days, from: '13:00', to: '17:00' },
  ]
  expect(at(spans, '2026-11-23T08:00')).toEqual(open('17:00'))
})

test('an evening that ends with the day names its end', () => {
  const spans = [{ days: weekdays, from: '18:00', to: '23:59' }]
  expect(at(spans, '2026-11-23T23:59')).toEqual(open('23:59'))
})
