import type { FastifyInstance } from 'fastify'
import { mapOn } from '#contract/areas.ts'
import { addDays, dayOf } from '#contract/day.ts'
import { instantAt } from '#contract/local-time.ts'
import { isClosedOn, stations, type StationAnswer } from '#contract/stations.ts'
import type { Station } from '#contract/unit.ts'
import type { Content } from '../content/content.ts'
import { ApiError } from '../http/api-error.ts'
import type { PageCache } from '../http/page-cache.ts'
import { serve } from '../http/serve.ts'

export interface StationsContext {
  content: Pick<Content, 'unit' | 'areas'>
  cache: PageCache
  clock: () => Date
}

export function stationRoutes(app: FastifyInstance, { content, cache, clock }: StationsContext): void {
  const { unit, areas } = content

  /** The calendar may close a station or redraw the wards at any midnight. */
  const midnightAfter = (day: string) => instantAt(addDays(day, 1), '00:00')

  serve(app, stations.get, (call) => {
    const today = dayOf(clock())
    const station = unit.stations.find(({ id }) => id === call.params.id)
    if (!station) throw new ApiError('not-found')
    const load = async () => answerOn(today, station, unit.stations)
    return cache.send(call, `station ${station.id} ${today}`, load, midnightAfter(today))
  })

  serve(app, stations.areas, (call) => {
    const today = dayOf(clock())
    const map = mapOn(areas, today)
    if (!map) throw new ApiError('not-found')
    return cache.send(call, `areas ${map.since}`, async () => map, midnightAfter(today))
  })
}

function answerOn(day: string, station: Station, all: readonly Station[]): StationAnswer {
  const { id, name, closes } = station
  if (!closes || !isClosedOn(station, day)) return { kind: 'open', station }
  const successor = openSuccessor(day, station, all)
  return { kind: 'closed', id, name, closedOn: closes.on, note: closes.note, successor }
}

/** Past successors that have closed as well: content is refused when this could go round in a circle. */
function openSuccessor(day: string, station: Station, all: readonly Station[]) {
  let next: Station | undefined = station
  while (next && isClosedOn(next, day)) {
    const followedBy: string | null | undefined = next.closes?.successor
    next = all.find(({ id }) => id === followedBy)
  }
  return next ? { id: next.id, name: next.name } : null
}
