import type { NewsPage } from '#contract/news.ts'

/** Puts an older page behind those already there. */
export function addOlderPage(shown: NewsPage, older: NewsPage): NewsPage {
  const known = new Set(shown.articles.map(({ slug }) => slug))
  const articles = [...shown.articles, ...older.articles.filter(({ slug }) => !known.has(slug))]
  return older.nextCursor === undefined ? { articles } : { articles, nextCursor: older.nextCursor }
}

/**
 * The newest page with what was loaded below it before. Within the newest page the server's word holds, so a
 * withdrawn article leaves; what a new article pushed off that page is still known from before.
 */
export function joinNewest(newest: NewsPage, loaded: NewsPage | undefined): NewsPage {
  const last = newest.articles[newest.articles.length - 1]
  if (!loaded || !last || newest.nextCursor === undefined) return newest
  const known = new Set(loaded.articles.map(({ slug }) => slug))
  // So much was published meanwhile that the two do not meet any more: what lies between is not known.
  if (!newest.articles.some(({ slug }) => known.has(slug))) return newest
  const older = loaded.articles.filter(({ publishedAt }) => publishedAt <= last.publishedAt)
  return addOlderPage(newest, { ...loaded, articles: older })
}
