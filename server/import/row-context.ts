import { dayOf, formatDay } from '#contract/day.ts'
import { fold } from '#contract/fold.ts'
import { mayPromise } from '#contract/promised-day.ts'
import { addWorkingDays } from '#contract/working-days.ts'
import type { Content, GuideRecord } from '../content/content.ts'
import { reaches } from '../desk/desk.ts'
import { guideFinder, promiseFinder } from './guide-finder.ts'
import type { Planned } from './plan.ts'
import type { Problem, SheetRecord } from './records.ts'

export interface Importing {
  /** Of look-ups: the import makes what citizens find. */
  key: Buffer
  /** Where who imports may write: ids of stations, or `*`. */
  within: readonly string[]
  /** Of rows that name none. */
  station: string | null
  now: Date
}

export interface RowContext extends Importing {
  /** Those that take in files. */
  stations: readonly { id: string; name: string }[]
  guideOf: (procedure: string) => GuideRecord | null
  promiseOf: (guide: GuideRecord | null, receivedOn: string) => string | null
  /** Whether a file's station is open on a day. */
  isOpen: (station: string, day: string) => boolean
  /** The first working day after a day; null when nobody has announced it. */
  nextDay: (day: string) => string | null
}

export function rowContext(
  { unit, guides, calendar }: Pick<Content, 'unit' | 'guides' | 'calendar'>,
  importing: Importing,
): RowContext {
  return {
    ...importing,
    stations: openStations(unit),
    guideOf: guideFinder(guides),
    promiseOf: promiseFinder(calendar),
    isOpen: (station, day) =>
      mayPromise(calendar, unit.stations.find(({ id }) => id === station)?.hours, day),
    nextDay: (day) => {
      const next = addWorkingDays(calendar, day, 1)
      return next.kind === 'known' ? next.day : null
    },
  }
}

export const openStations = ({ stations }: Content['unit']) =>
  stations.filter(({ closes }) => closes === null)

export type Refused = { kind: 'refused' } & Problem
export type Outcome = Planned | { kind: 'unchanged' } | Refused

/** The column is known to who reads the sheet. */
export const refused = (record: SheetRecord, field: Problem['field'], text: string): Refused => ({
  kind: 'refused',
  row: record.row,
  column: null,
  field,
  text,
})

/** Where a file will be kept, or why the row cannot say so. What is kept somewhere stays there until a sheet names another. */
export function stationFor(
  record: SheetRecord,
  { stations, within, station }: RowContext,
  kept = '',
): string | Refused {
  if (record.station === null) {
    const given = kept || station
    if (given === null) {
      return refused(
        record,
        'station',
        'Chưa rõ điểm tiếp dân. Bạn thêm cột “Điểm tiếp dân” hoặc chọn khi nhập.',
      )
    }
    return given
  }
  const named = fold(record.station)
  const found = stations.find(({ id, name }) => id === record.station || fold(name) === named)
  if (!found) {
    const names = stations.map(({ name }) => `“${name}”`).join(', ')
    return refused(record, 'station', `Không rõ điểm tiếp dân. Bạn ghi một trong: ${names}.`)
  }
  if (!reaches(within, found.id)) {
    return refused(record, 'station', 'Bạn không được giao điểm tiếp dân này. Bạn bỏ dòng này khỏi bảng.')
  }
  return found.id
}

/** A new promise of a day that is still to come, on which nobody would be there: somebody would travel for nothing. */
export function closedDay(
  record: SheetRecord,
  { now, isOpen, nextDay }: RowContext,
  { station, on }: { station: string; on: string | null },
): Refused | undefined {
  if (on === null || on < dayOf(now) || isOpen(station, on)) return undefined
  const next = nextDay(on)
  const advice = next ? `Bạn ghi ngày làm việc, ví dụ ${formatDay(next)}.` : 'Bạn ghi ngày làm việc.'
  return refused(record, 'promisedOn', `Ngày hẹn là ngày nghỉ. ${advice}`)
}
