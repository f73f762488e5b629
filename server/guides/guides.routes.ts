import type { FastifyInstance } from 'fastify'
import { addDays, dayOf } from '#contract/day.ts'
import { guidePack } from '#contract/guide-pack.ts'
import { guides } from '#contract/guides.ts'
import { instantAt } from '#contract/local-time.ts'
import type { Content } from '../content/content.ts'
import { ApiError } from '../http/api-error.ts'
import type { PageCache } from '../http/page-cache.ts'
import { serve } from '../http/serve.ts'
import { formOn, guideOn, summaryOf } from './guide-view.ts'

export interface GuidesContext {
  content: Content
  cache: PageCache
  clock: () => Date
}

export function guideRoutes(app: FastifyInstance, { content, cache, clock }: GuidesContext): void {
  /** Fees and review banners change at midnight. */
  const midnight = () => instantAt(addDays(dayOf(clock()), 1), '00:00')
  const bySlug = new Map(content.guides.map((guide) => [guide.slug, guide]))

  serve(app, guides.list, (call) =>
    cache.send(call, 'guides', async () => ({ guides: content.guides.map(summaryOf) })),
  )

  serve(app, guides.get, (call) => {
    const guide = bySlug.get(call.params.slug)
    if (!guide) throw new ApiError('not-found')
    const day = call.query.on ?? dayOf(clock())
    const load = async () => guideOn(content, guide, day)
    return cache.send(call, `guide ${guide.slug} ${day}`, load, midnight())
  })

  serve(app, guidePack.get, (call) => {
    const day = dayOf(clock())
    const load = async () => ({ guides: content.guides.map((guide) => guideOn(content, guide, day)) })
    return cache.send(call, `guide-pack ${day}`, load, midnight())
  })

  serve(app, guides.forms, (call) => {
    const day = dayOf(clock())
    const load = async () => ({ forms: content.forms.map((form) => formOn(form, day)) })
    return cache.send(call, `forms ${day}`, load, midnight())
  })
}
