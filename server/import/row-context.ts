import { fold } from '#contract/fold.ts'
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
