import { everyStation } from '#contract/roles.ts'
import { TipStatus } from '#contract/tip-thread.ts'
import type { Queries } from '../db/database.ts'
import { reaches } from '../desk/desk.ts'
import { listed, type ListedTip, type Reach, reachable } from './desk-tips.repo.ts'

export interface Filter {
  status?: TipStatus | undefined
  category?: string | undefined
  station?: string | undefined
  waiting?: 'yes' | undefined
  happeningNow?: 'yes' | undefined
  identityAsked?: 'yes' | undefined
  /** By status: received before then is late. */
  late?: Partial<Record<TipStatus, Date>> | undefined
  code?: string | undefined
  wave?: string | undefined
  before?: number | undefined
}

/** Newest first. The page's ids come from an index alone, then only its tips are read. */
export async function listTips(
  db: Queries,
  reach: Reach,
  filter: Filter,
  most: number,
): Promise<ListedTip[]> {
  const params: unknown[] = []
  const ids = pageIds(reach, { ...filter, most }, params)
  return db.query<ListedTip>(
    `select ${listed} from (${ids}) page join tips t on t.id = page.tip_id join tip_states s on s.tip_id = t.id
     order by t.id desc`,
    params,
  )
}

/** A text for each combination, as one for all would read every tip. The indexes go by status: without a wish, all. */
function pageIds(
  { channel, within }: Reach,
  { most, ...filter }: Filter & { most: number },
  params: unknown[],
): string {
  const given = (value: unknown) => `$${params.push(value)}`
  const stations = stationsOf(within, filter.station)
  const sources = [
    ...(stations ? [`unnest(${given(stations)}::text[]) wanted_station`] : []),
    `unnest(${given(filter.status ? [filter.status] : TipStatus.options)}::text[]) wanted_status`,
  ]
  const conditions = [
    `queue = ${given(channel)} and status = wanted_status`,
    ...placeOf(filter, given),
    ...(stations ? ['station = wanted_station'] : []),
    ...(filter.category === undefined ? [] : [`category = ${given(filter.category)}`]),
    ...(filter.waiting ? ['waiting'] : []),
    ...(filter.happeningNow ? ['happening_now'] : []),
    ...(filter.identityAsked ? ['identity_asked'] : []),
    ...(filter.late ? [lateness(filter.late, given)] : []),
    ...(filter.before === undefined ? [] : [`tip_id < ${given(filter.before)}::bigint`]),
  ]
  const page = `order by tip_id desc limit ${given(most)}::int`
  const each = `lateral (select tip_id from tip_states where ${conditions.join(' and ')} ${page}) newest`
  return `select tip_id from ${[...sources, each].join(' cross join ')} ${page}`
}

type Given = (value: unknown) => string

/** The inbox holds single tips. What somebody calls by its code, or asked for, is found wherever it went. */
function placeOf({ code, wave, identityAsked }: Filter, given: Given): string[] {
  if (code !== undefined) return [`tip_id = (select id from tips where public_code = ${given(code)})`]
  if (wave !== undefined) return ['not merged', `wave = ${given(wave)}`]
  return identityAsked ? [] : ['not merged', 'wave is null']
}

function lateness(late: Partial<Record<TipStatus, Date>>, given: Given): string {
  if (Object.keys(late).length === 0) return 'false'
  const before = Object.entries(late).map(
    ([status, day]) => `when ${given(status)} then ${given(day)}::timestamptz`,
  )
  return `exists (select from tips t where t.id = tip_id and t.received_at < case status ${before.join(' ')} end)`
}

/** Undefined: all of them, and tips without a station. */
function stationsOf(within: readonly string[], wanted: string | undefined): readonly string[] | undefined {
  if (wanted !== undefined) return reaches(within, wanted) ? [wanted] : []
  return within.includes(everyStation) ? undefined : within
}

export interface WaveSum {
  wave: string
  count: number
  newestAt: Date
}

export async function listWaves(db: Queries, { channel, within }: Reach): Promise<WaveSum[]> {
  return db.query<WaveSum>(
    `select sums.wave, sums.count, t.received_at as "newestAt"
     from (select s.wave, count(*)::int as count, max(s.tip_id) as newest from tip_states s
           where ${reachable} and s.wave is not null group by s.wave order by newest desc limit 50) sums
     join tips t on t.id = sums.newest order by t.id desc`,
    [channel, [...within]],
  )
}
