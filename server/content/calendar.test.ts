import { describe, expect, test } from 'vitest'
import { addDays } from '#contract/day.ts'
import { isWorkingDay } from '#contract/working-days.ts'
import { loadCalendar } from './calendar.ts'
import { contentDir, problemsAfter } from './content-copy.fixture.ts'

const weekend = (day: string) => [0, 6].includes(new Date(day).getUTCDay())

describe('the real calendar', () => {
  const calendar = loadCalendar(contentDir)

  test.each([
    ['2025', 12, 1],
    ['2026', 14, 2],
  ])('%s has %i weekdays off and %i Saturdays worked', (year, weekdaysOff, saturdaysWorked) => {
    const days = Array.from({ length: 365 }, (_, index) => addDays(`${year}-01-01`, index))
    const off = days.filter((day) => !weekend(day) && isWorkingDay(calendar, day) === false)
    const worked = days.filter((day) => weekend(day) && isWorkingDay(calendar, day) === true)
    expect([off.length, worked.length]).toEqual([weekdaysOff, saturdaysWorked])
  })

  test('closes on 24 November 2026', () => {
    expect(isWorkingDay(calendar, '2026-11-24')).toBe(false)
  })

  test('gives an answer or an open question for every day of its years, and a reason for each question', () => {
    expect(calendar.years.map(({ year }) => year)).toEqual([2025, 2026, 2027])
    const reasons = calendar.years.flatMap(({ undecided }) => undecided.map(({ why }) => why))
    expect(reasons.every((why) => why.startsWith('Chưa công bố'))).toBe(true)
  })
})

type Broken = [name: string, replace: string, by: string, field: string, message: string]
const broken: Broken[] = [
  [
    'a day that does not exist',
    'to: 2026-09-02',
    'to: 2026-09-31',
    '[1].off[4].to',
    'must be a day that exists, written YYYY-MM-DD, but is "2026-09-31"',
  ],
  ['an end before its beginning', 'to: 2026-01-04', 'to: 2025-12-31', '[1].off[0].to', 'lies before from'],
  [
    'a day in another year',
    'to: 2026-01-04',
    'to: 2027-01-04',
    '[1].off[0].to',
    'lies outside 2026: write it in its own year',
  ],
  [
    'a slip in the month',
    'to: 2026-02-22',
    'to: 2026-03-22',
    '[1].off[1].to',
    'makes a holiday of more than 14 days',
  ],
  [
    'periods out of order',
    'from: 2026-04-25',
    'from: 2026-02-20',
    '[1].off[2].from',
    'must lie after the period above it',
  ],
  [
    'a swapped day that is no Saturday',
    '2026-08-22]',
    '2026-08-23]',
    '[1].workingSaturdays[1]',
    'is not a Saturday: 2026-08-23',
  ],
  [
    'a swapped Saturday inside a holiday',
    '2026-08-22]',
    '2026-08-29]',
    '[1].workingSaturdays[1]',
    'lies in a holiday: "Quốc khánh"',
  ],
  [
    'a year given twice',
    'year: 2027',
    'year: 2026',
    '[2].year',
    'repeats "2026", already used in holidays.yaml',
  ],
  ['no source', 'checkedOn: 2026-11-23', '', '[0].checkedOn', 'is missing'],
  ['a mistyped field', 'undecided: []', 'undecided: []\n  of: []', '[0].of', 'is not a field we know'],
]

const load = async (dir: string) => loadCalendar(dir)

describe('refuses', () => {
  test.each(broken)('%s', async (_, replace, by, field, message) => {
    const problems = await problemsAfter([{ file: 'holidays.yaml', replace, by }], load)
    expect(problems).toContainEqual(expect.objectContaining({ file: 'holidays.yaml', field, message }))
  })
})
