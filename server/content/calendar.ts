import * as v from 'valibot'
import { WorkYear, type WorkCalendar } from '#contract/calendar.ts'
import { addDays } from '#contract/day.ts'
import { weekdayOf } from '#contract/local-time.ts'
import { checkFile } from './check-file.ts'
import { readContentFile, type ContentFile } from './content-file.ts'
import { checkUnique } from './cross-check.ts'
import { ContentError, type FieldPath, type Problem } from './problems.ts'

const saturday = 6
/** No holiday has ever been longer: more is a slip in a month or a year. */
const longestHoliday = 14

/** `holidays.yaml` as counts read it; undefined when something is wrong: then it is in `problems`. */
export function readCalendar(dir: string, problems: Problem[]): WorkCalendar | undefined {
  const file = readContentFile(dir, 'holidays.yaml', problems)
  const years = checkFile(v.array(WorkYear), file)
  if (!years) return undefined
  checkUnique(years.map(({ year }, index) => ({ file, path: [index, 'year'], name: String(year) })))
  years.forEach((year, index) => checkYear(file, index, year))
  return { years }
}

/** Throws one `ContentError` that lists every problem. */
export function loadCalendar(dir: string): WorkCalendar {
  const problems: Problem[] = []
  const calendar = readCalendar(dir, problems)
  if (!calendar || problems.length > 0) throw new ContentError(problems)
  return calendar
}

function checkYear(file: ContentFile, index: number, year: WorkYear): void {
  for (const list of ['off', 'undecided'] as const) {
    year[list].forEach(({ from, to }, at) => {
      const path = [index, list, at]
      for (const [end, day] of Object.entries({ from, to })) checkInYear(file, [...path, end], day, year)
      if (to < from) file.note([...path, 'to'], 'lies before from')
      const above = year[list][at - 1]
      if (above && from <= above.to) file.note([...path, 'from'], 'must lie after the period above it')
    })
  }
  year.off.forEach(({ from, to }, at) => {
    if (to >= addDays(from, longestHoliday)) {
      file.note([index, 'off', at, 'to'], `makes a holiday of more than ${longestHoliday} days`)
    }
  })
  year.workingSaturdays.forEach((day, at) => checkSaturday(file, [index, 'workingSaturdays', at], day, year))
}

function checkInYear(file: ContentFile, path: FieldPath, day: string, { year }: WorkYear): void {
  // Days are looked up in the table of their own year: what lies elsewhere would never be found.
  if (!day.startsWith(`${year}-`)) file.note(path, `lies outside ${year}: write it in its own year`)
}

function checkSaturday(file: ContentFile, path: FieldPath, day: string, year: WorkYear): void {
  checkInYear(file, path, day, year)
  if (weekdayOf(day) !== saturday) file.note(path, `is not a Saturday: ${day}`)
  const off = year.off.find(({ from, to }) => from <= day && day <= to)
  if (off) file.note(path, `lies in a holiday: "${off.name}"`)
}
