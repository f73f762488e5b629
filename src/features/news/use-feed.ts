import { useMemo } from 'react'
import type { NewsPage } from '#contract/news.ts'
import type { Remote } from '#src/lib/remote.ts'
import { noOlderNews, useOlderNews } from './feed.store.ts'
import { joinNewest } from './join-pages.ts'
import { useNewestNews } from './news.resource.ts'

/** All pages of a category that this visit has loaded, as one. */
export function useFeed(category: string | undefined) {
  const { remote: newest, reload } = useNewestNews(category)
  const { loaded, next } = useOlderNews((feeds) => feeds[category ?? '']) ?? noOlderNews
  const remote = useMemo<Remote<NewsPage>>(
    () => (newest.kind === 'ready' ? { ...newest, data: joinNewest(newest.data, loaded) } : newest),
    [newest, loaded],
  )
  return { remote, next, reload }
}
