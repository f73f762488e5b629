import { Article, NewsPage } from '#contract/news.ts'
import { api } from '#src/lib/api.ts'
import { createResource } from '#src/lib/resource.ts'

/** The newest articles, of one category or of all. Older pages are added by the feed. */
export const useNewestNews = createResource({
  key: (category: string | undefined) => `news:${category ?? ''}`,
  load: (category) => api.news.list({ query: category ? { category } : {} }),
  schema: NewsPage,
})

export const useArticle = createResource({
  key: (slug: string) => `article:${slug}`,
  load: (slug) => api.news.get({ params: { slug } }),
  schema: Article,
})
