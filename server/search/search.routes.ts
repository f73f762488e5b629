import type { FastifyInstance } from 'fastify'
import { search } from '#contract/search.ts'
import type { PageCache } from '../http/page-cache.ts'
import { serve } from '../http/serve.ts'
import { type SearchContext, createSearch } from './create-search.ts'

const usualLimit = 10
/** Long queries are hardly asked twice. */
const longestKept = 40
/** A whole dormitory may share one address, and everybody types. */
const politeLimit = { max: 300, perMinutes: 1 }

/** `cache` is search's own: what people type must not push the pages that everybody reads out of theirs. */
export function searchRoutes(
  app: FastifyInstance,
  { cache, ...context }: SearchContext & { cache: PageCache },
) {
  const { find, index } = createSearch(context)

  serve(
    app,
    search.find,
    (call) => {
      const { q, limit = usualLimit } = call.query
      if (q.length > longestKept) return find(q, limit)
      return cache.send(call, `${limit} ${q}`, () => find(q, limit))
    },
    { limit: politeLimit },
  )

  serve(app, search.index, (call) => cache.send(call, 'index', async () => index))
}
