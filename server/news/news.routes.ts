import type { FastifyInstance } from 'fastify'
import { news, type NewsPage } from '#contract/news.ts'
import type { Category } from '#contract/unit.ts'
import type { Database } from '../db/database.ts'
import { ApiError } from '../http/api-error.ts'
import type { PageCache } from '../http/page-cache.ts'
import { serve } from '../http/serve.ts'
import { readCursor, writeCursor } from './news-cursor.ts'
import { findArticle, listArticles, type NewsQuery } from './news.repo.ts'

export interface NewsContext {
  db: Database
  categories: readonly Category[]
  showDemo: boolean
  cache: PageCache
}

const pageSize = 20

export function newsRoutes(app: FastifyInstance, { db, categories, showDemo, cache }: NewsContext): void {
  const known = new Set(categories.map((category) => category.id))

  serve(app, news.list, (call) => {
    const { cursor, category } = call.query
    if (category && !known.has(category))
      throw new ApiError('invalid', { fields: { category: 'not-allowed' } })
    const after = cursor ? readCursor(cursor) : undefined
    return cache.send(call, `news ${category ?? ''} ${cursor ?? ''}`, () =>
      loadPage(db, { after, category, showDemo, limit: pageSize }),
    )
  })

  serve(app, news.get, (call) => {
    const { slug } = call.params
    return cache.send(call, `article ${slug}`, async () => {
      const article = await findArticle(db, slug, showDemo)
      if (!article) throw new ApiError('not-found')
      return article
    })
  })
}

async function loadPage(db: Database, query: NewsQuery): Promise<NewsPage> {
  // One more than a page tells whether another page follows.
  const rows = await listArticles(db, { ...query, limit: query.limit + 1 })
  const shown = rows.slice(0, query.limit)
  const last = shown.at(-1)
  const articles = shown.map(({ id: _, ...article }) => article)
  return rows.length > shown.length && last ? { articles, nextCursor: writeCursor(last) } : { articles }
}
