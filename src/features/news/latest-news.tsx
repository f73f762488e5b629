import { RemoteView } from '#src/ui/remote-view.tsx'
import { ArticleList } from './article-list.tsx'
import { useNewestNews } from './news.resource.ts'

/** The newest few, for a screen that is about something else. */
export function LatestNews({ limit, except }: { limit: number; except?: string }) {
  const { remote, reload } = useNewestNews(undefined)
  return (
    <RemoteView remote={remote} onRetry={reload}>
      {({ articles }) => {
        const shown = articles.filter(({ slug }) => slug !== except).slice(0, limit)
        return shown.length === 0 ? <p>Chưa có tin nào.</p> : <ArticleList articles={shown} />
      }}
    </RemoteView>
  )
}
