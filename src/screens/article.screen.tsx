import { useParams } from 'react-router-dom'
import type { Failure } from '#contract/error.ts'
import { ArticleView } from '#src/features/news/article-view.tsx'
import { LatestNews } from '#src/features/news/latest-news.tsx'
import { useArticle } from '#src/features/news/news.resource.ts'
import { paths } from '#src/lib/paths.ts'
import { AppPage } from '#src/ui/app-page.tsx'
import { ButtonLink } from '#src/ui/button.tsx'
import { EmptyState } from '#src/ui/empty-state.tsx'
import { RemoteView } from '#src/ui/remote-view.tsx'
import { Section } from '#src/ui/section.tsx'

const allNews = (
  <ButtonLink kind="secondary" icon="news" to={paths.news()}>
    Xem tất cả tin
  </ButtonLink>
)

export function ArticleScreen() {
  const { slug = '' } = useParams()
  const { remote, reload } = useArticle(slug)
  const missing = remote.kind === 'failed' && isMissing(remote.error)
  return (
    <AppPage title={remote.kind === 'ready' ? remote.data.title : 'Tin tức'} back={paths.news()}>
      {missing ? (
        <EmptyState
          title="Không tìm thấy tin này"
          text="Tin có thể đã được gỡ, hoặc đường dẫn bị thiếu chữ. Bạn xem các tin khác nhé."
          action={allNews}
        />
      ) : (
        <RemoteView remote={remote} onRetry={reload}>
          {(article) => <ArticleView article={article} />}
        </RemoteView>
      )}
      <Section title="Tin khác" action={!missing && allNews}>
        <LatestNews limit={3} except={slug} />
      </Section>
    </AppPage>
  )
}

/** An address that cannot be one, cut off in a message for example, is as good as none. */
function isMissing({ code }: Failure): boolean {
  return code === 'not-found' || code === 'invalid'
}
