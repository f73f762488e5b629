import type { FastifyInstance } from 'fastify'
import { dayOf } from '#contract/day.ts'
import { guides } from '#contract/guides.ts'
import type { Content } from '../content/content.ts'
import { ApiError } from '../http/api-error.ts'
import type { PageCache } from '../http/page-cache.ts'
import { serve } from '../http/serve.ts'
import { guideOn, summaryOf } from './guide-view.ts'

export interface GuidesContext {
  content: Content
  cache: PageCache
  clock: () => Date
}

export function guideRoutes(app: FastifyInstance, { content, cache, clock }: GuidesContext): void {
  const bySlug = new Map(content.guides.map((guide) => [guide.slug, guide]))

  serve(app, guides.list, (call) =>
    cache.send(call, 'guides', async () => ({ guides: content.guides.map(summaryOf) })),
  )

  serve(app, guides.get, (call) => {
    const guide = bySlug.get(call.params.slug)
    if (!guide) throw new ApiError('not-found')
    const day = call.query.on ?? dayOf(clock())
    return cache.send(call, `guide ${guide.slug} ${day}`, async () => guideOn(content, guide, day))
  })
}
