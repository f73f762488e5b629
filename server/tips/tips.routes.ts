import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type AreaMap, formerAreas, mapOn } from '#contract/areas.ts'
import { dayOf } from '#contract/day.ts'
import { type TipArea, tips } from '#contract/tips.ts'
import type { Content } from '../content/content.ts'
import type { Database } from '../db/database.ts'
import { ApiError } from '../http/api-error.ts'
import { callerOf } from '../http/caller.ts'
import { serve } from '../http/serve.ts'
import type { Locate } from '../zalo/locate.ts'
import { heavyWork, lightWork, makeChallenge } from './challenges.ts'
import { Gate, type Origin } from './gate.ts'
import { createIntake, type FreeBytes } from './intake.ts'
import type { IntakeLimits } from './intake-limits.ts'
import { openThread } from './open-thread.ts'
import { receiveMessage, receiveTip, type Reception } from './receive-tip.ts'
import { keptMonths } from './retention.ts'
import type { TipSealing } from './sealing.ts'
import { type Ties, withTrueTies } from './true-ties.ts'

export interface TipsContext {
  db: Database
  sealing: TipSealing
  content: Content
  locate: Locate
  isNotice: Ties['isNotice']
  freeBytes: FreeBytes
  intakeLimits?: IntakeLimits | undefined
  clock: () => Date
}

/** Stops floods of requests of any kind. How many tips pass is for the gate to say: a factory may be one address. */
const limit = { max: 3000, perMinutes: 60 }
/** What succeeds leaves no line in the log: its time could be laid beside other records. */
const options = { limit, quiet: true }

export function tipRoutes(app: FastifyInstance, context: TipsContext): void {
  const { db, sealing, clock } = context
  const { areas: maps, calendar, retention } = context.content
  const gate = new Gate(context.intakeLimits)
  const isOpen = createIntake(context.freeBytes, clock)
  const reception: Reception = { db, sealing, gate, isOpen, clock }
  const known = new Set(context.content.unit.tipCategories.map((category) => category.id))
  const stations = new Set(context.content.unit.stations.map(({ id }) => id))
  const ties: Ties = { isStation: (id) => stations.has(id), isNotice: context.isNotice }
  serve(app, tips.form, async () => ({
    open: await isOpen(),
    areas: areasOn(maps, dayOf(clock())),
    keptMonths: keptMonths(retention.tips),
  }))
  serve(
    app,
    tips.send,
    async ({ body, request }) => {
      if (!known.has(body.category)) throw new ApiError('invalid', { fields: { category: 'not-allowed' } })
      return receiveTip(reception, await withTrueTies(body, ties), originOf(request))
    },
    options,
  )
  serve(app, tips.open, ({ body }) => openThread(db, { sealing, calendar }, body), options)
  serve(app, tips.addMessage, ({ body }) => receiveMessage(reception, body), options)
  serve(
    app,
    tips.challenge,
    ({ body }) => {
      const work = gate.inSurge(clock()) ? heavyWork : lightWork
      return makeChallenge(sealing.keys.tipReceipts, body.clientKey, work, clock())
    },
    options,
  )
  locationRoute(app, context)
}

function originOf(request: FastifyRequest): Origin {
  return { address: callerOf(request.ip), session: request.headers.authorization }
}

function locationRoute(app: FastifyInstance, { locate }: TipsContext): void {
  serve(
    app,
    tips.locate,
    async ({ body }) => {
      const place = await locate(body.accessToken, body.token)
      if (place.ok) return place.point
      throw new ApiError(place.reason === 'refused' ? 'unauthorised' : 'unavailable')
    },
    options,
  )
}

/** Where something can have happened: the wards in force on a day. */
function areasOn(maps: readonly AreaMap[], day: string): TipArea[] {
  const map = mapOn(maps, day)
  if (!map) return []
  return map.wards.map(({ id, name, centre }) => ({ id, name, centre, formerly: formerAreas(map, id) }))
}
