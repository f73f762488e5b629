import * as v from 'valibot'
import { endpoint } from './endpoint.ts'
import { Instant, Slug } from './text.ts'

/** A picture in several sizes and formats; `url` is relative to the API's origin. */
export const Picture = v.object({
  alt: v.string(),
  width: v.number(),
  height: v.number(),
  variants: v.array(
    v.object({
      url: v.string(),
      type: v.picklist(['image/avif', 'image/webp', 'image/jpeg']),
      width: v.number(),
    }),
  ),
})
export type Picture = v.InferOutput<typeof Picture>

export const ArticleSummary = v.object({
  slug: Slug,
  title: v.string(),
  summary: v.string(),
  category: Slug,
  publishedAt: Instant,
  cover: v.nullable(Picture),
  /** Invented for demonstration. */
  demo: v.boolean(),
})
export type ArticleSummary = v.InferOutput<typeof ArticleSummary>

/** Text is structured, never HTML: nothing an editor writes can run in a reader's phone. */
export const ArticleBlock = v.union([
  v.object({ kind: v.literal('paragraph'), text: v.string() }),
  v.object({ kind: v.literal('heading'), text: v.string() }),
  v.object({ kind: v.literal('list'), items: v.array(v.string()) }),
])
export type ArticleBlock = v.InferOutput<typeof ArticleBlock>

export const Article = v.object({
  ...ArticleSummary.entries,
  body: v.array(ArticleBlock),
  updatedAt: v.nullable(Instant),
})
export type Article = v.InferOutput<typeof Article>

export const NewsPage = v.object({
  articles: v.array(ArticleSummary),
  /** Opaque; absent on the last page. */
  nextCursor: v.optional(v.string()),
})
export type NewsPage = v.InferOutput<typeof NewsPage>

export const news = {
  list: endpoint({
    method: 'GET',
    path: '/news',
    summary: 'Published articles, newest first, 20 a page',
    query: v.object({
      cursor: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,120}$/))),
      category: v.optional(Slug),
    }),
    response: NewsPage,
    errors: ['invalid', 'unavailable'],
  }),
  get: endpoint({
    method: 'GET',
    path: '/news/:slug',
    summary: 'One article',
    params: v.object({ slug: Slug }),
    response: Article,
    errors: ['invalid', 'not-found', 'unavailable'],
  }),
}
