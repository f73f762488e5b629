import type { FastifyInstance } from 'fastify'
import { finder } from '#contract/finder.ts'
import type { Content } from '../content/content.ts'
import type { PageCache } from '../http/page-cache.ts'
import { serve } from '../http/serve.ts'

export interface FinderContext {
  content: Content
  cache: PageCache
}

/** The questions as a whole: phones answer them without us, so that no answer has to be sent. */
export function finderRoutes(app: FastifyInstance, { content, cache }: FinderContext): void {
  serve(app, finder.get, (call) => cache.send(call, 'finder', async () => content.finder))
}
