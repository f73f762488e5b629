import { ApplicationStatus, settled } from '#contract/application-status.ts'
import type { DeskApplication } from '#contract/desk-application-views.ts'
import { everyStation } from '#contract/roles.ts'
import type { Queries } from '../db/database.ts'
import { reaches } from '../desk/desk.ts'
import { columns, type FileRow, files, pageSize, type Reach, shown } from './desk-applications.repo.ts'

export interface Wanted {
  code?: string | undefined
  statuses?: readonly ApplicationStatus[] | undefined
  overdue?: boolean | undefined
  station?: string | undefined
  after?: number | undefined
}

/** Newest first; one more than a page when there is another page. */
export async function findFiles(db: Queries, reach: Reach, wanted: Wanted): Promise<DeskApplication[]> {
  const params: unknown[] = []
  const ids = wanted.code === undefined ? pageIds(reach, wanted, params) : idOfCode(wanted.code, params)
  const rows = await db.query<FileRow>(
    `select ${columns} from (${ids}) page join ${files} on a.id = page.application_id order by a.id desc`,
    params,
  )
  const found = rows.map((row) => shown(row, reach.today))
  return wanted.code === undefined ? found : found.filter((file) => fits(file, reach, wanted))
}

const idOfCode = (code: string, params: unknown[]) =>
  `select id as application_id from applications where code = $${params.push(code)}`

function fits(file: DeskApplication, { within, showDemo }: Reach, wanted: Wanted): boolean {
  return (
    reaches(within, file.station) &&
    (showDemo || !file.demo) &&
    (wanted.statuses?.includes(file.status) ?? true) &&
    (wanted.overdue === undefined || wanted.overdue === file.overdue) &&
    (wanted.station === undefined || wanted.station === file.station) &&
    (wanted.after === undefined || file.id < wanted.after)
  )
}

/** As the partial index says it, or that is not used. */
const waiting = `status not in (${settled.map((status) => `'${status}'`).join(', ')})`

/**
 * The ids of a page by an index alone, however many files there are and however rare the wanted ones: a text of its own
 * for each combination, because one for all with "or it was not asked for" reads the whole table. Late files are
 * gathered first, by their day.
 */
function pageIds(reach: Reach, wanted: Wanted, params: unknown[]): string {
  const given = (value: unknown) => `$${params.push(value)}`
  const stations = stationsOf(reach, wanted.station)
  // The index of stations goes by states: without a wish, all of them.
  const statuses = wanted.statuses ?? (stations && ApplicationStatus.options)
  const common = [
    ...(reach.showDemo ? [] : ['not demo']),
    ...(wanted.after === undefined ? [] : [`application_id < ${given(wanted.after)}::bigint`]),
  ]
  const page = `order by application_id desc limit ${pageSize + 1}`
  if (wanted.overdue) {
    const conditions = [
      ...[waiting, `promised_on < ${given(reach.today)}::date`, ...common],
      ...(stations ? [`station = any(${given(stations)}::text[])`] : []),
      ...(wanted.statuses ? [`status = any(${given(statuses)}::text[])`] : []),
    ]
    return `with late as materialized (select application_id from application_states where ${conditions.join(' and ')})
      select application_id from late ${page}`
  }
  const sources = [
    ...(stations ? [`unnest(${given(stations)}::text[]) wanted_station`] : []),
    ...(statuses ? [`unnest(${given(statuses)}::text[]) wanted_status`] : []),
  ]
  const conditions = [
    ...common,
    ...(stations ? ['station = wanted_station'] : []),
    ...(statuses ? ['status = wanted_status'] : []),
    ...(wanted.overdue === false
      ? [`(not ${waiting} or promised_on is null or promised_on >= ${given(reach.today)}::date)`]
      : []),
  ]
  const where = conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''
  const each = `lateral (select application_id from application_states ${where} ${page}) newest`
  return `select application_id from ${[...sources, each].join(' cross join ')} ${page}`
}

/** Undefined: all stations. */
function stationsOf({ within }: Reach, wanted: string | undefined): readonly string[] | undefined {
  if (wanted !== undefined) return reaches(within, wanted) ? [wanted] : []
  return within.includes(everyStation) ? undefined : within
}
