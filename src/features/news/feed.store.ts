import { create } from 'zustand'
import type { Failure } from '#contract/error.ts'
import type { NewsPage } from '#contract/news.ts'
import { api } from '#src/lib/api.ts'
import { addOlderPage } from './join-pages.ts'

interface OlderNews {
  /** Everything shown in this category after the last older page came. */
  loaded?: NewsPage
  next: { kind: 'idle' } | { kind: 'loading' } | { kind: 'failed'; error: Failure }
}

export const noOlderNews: OlderNews = { next: { kind: 'idle' } }

/** Lives as long as the app, so that coming back from an article finds the same list. */
export const useOlderNews = create<Record<string, OlderNews>>(() => ({}))

/** Loads the page after `shown`; answers the first added slug, to go on reading there. */
export async function loadOlder(category: string | undefined, shown: NewsPage): Promise<string | undefined> {
  const key = category ?? ''
  const before = useOlderNews.getState()[key] ?? noOlderNews
  if (before.next.kind === 'loading' || shown.nextCursor === undefined) return undefined
  useOlderNews.setState({ [key]: { ...before, next: { kind: 'loading' } } })
  const query = { cursor: shown.nextCursor, ...(category && { category }) }
  const result = await api.news.list({ query })
  if (!result.ok) {
    useOlderNews.setState({ [key]: { ...before, next: { kind: 'failed', error: result.error } } })
    return undefined
  }
  const loaded = addOlderPage(shown, result.data)
  useOlderNews.setState({ [key]: { loaded, next: { kind: 'idle' } } })
  return loaded.articles[shown.articles.length]?.slug
}
