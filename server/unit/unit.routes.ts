import type { FastifyInstance } from 'fastify'
import { type Notice, unit } from '#contract/unit.ts'
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

export function unitRoutes(
  app: FastifyInstance,
  { content, notices, demo, cache, clock }: UnitContext,
): void {
  serve(app, unit.get, (call) =>
    cache.send(call, 'unit', async () => {
      const now = clock().getTime()
      return { ...content.unit, notices: notices.filter((notice) => inForce(notice, now)), demo }
    }),
  )
}
