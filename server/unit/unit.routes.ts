import type { FastifyInstance } from 'fastify'
import { dayOf } from '#contract/day.ts'
import { instantAt } from '#contract/local-time.ts'
import { isClosedOn } from '#contract/stations.ts'
import { type Notice, type Station, unit } from '#contract/unit.ts'
import type { Content } from '../content/content.ts'
import type { PageCache } from '../http/page-cache.ts'
import { serve } from '../http/serve.ts'

export interface UnitContext {
  content: Content
  notices: readonly Notice[]
  demo: boolean
  cache: PageCache
  clock: () => Date
}

const inForce = (notice: Notice, now: number) =>
  Date.parse(notice.from) <= now && now < Date.parse(notice.until)

/** When the next notice begins or ends or a station closes: a kept page must not outlive it. */
function nextChange(notices: readonly Notice[], stations: readonly Station[], now: number): Date | undefined {
  const closings = stations.flatMap(({ closes }) => (closes ? [instantAt(closes.on, '00:00').getTime()] : []))
  const later = notices
    .flatMap(({ from, until }) => [Date.parse(from), Date.parse(until)])
    .concat(closings)
    .filter((at) => at > now)
  return later.length > 0 ? new Date(Math.min(...later)) : undefined
}

export function unitRoutes(
  app: FastifyInstance,
  { content, notices, demo, cache, clock }: UnitContext,
): void {
  serve(app, unit.get, (call) => {
    const now = clock().getTime()
    const active = notices.filter((notice) => inForce(notice, now))
    const { stations } = content.unit
    const open = stations.filter((station) => !isClosedOn(station, dayOf(clock())))
    const load = async () => ({
      ...content.unit,
      stations: open,
      calendar: content.calendar,
      notices: active,
      demo,
    })
    const key = `unit ${[...active, ...open].map(({ id }) => id).join(' ')}`
    return cache.send(call, key, load, nextChange(notices, stations, now))
  })
}
