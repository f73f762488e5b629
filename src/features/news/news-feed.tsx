import type { NewsPage } from '#contract/news.ts'
import { paths } from '#src/lib/paths.ts'
import { Button, ButtonLink } from '#src/ui/button.tsx'
import { EmptyState } from '#src/ui/empty-state.tsx'
import { FailureNotice } from '#src/ui/failure-notice.tsx'
import { announce } from '#src/ui/live.tsx'
import { RemoteView } from '#src/ui/remote-view.tsx'
import { ArticleList } from './article-list.tsx'
import { loadOlder } from './feed.store.ts'
import { useFeed } from './use-feed.ts'

const allNews = (
  <ButtonLink kind="secondary" to={paths.news()}>
    Xem tất cả tin
  </ButtonLink>
)

export function NewsFeed({ category }: { category: string | undefined }) {
  const { remote, next, reload } = useFeed(category)
  if (remote.kind === 'failed' && remote.error.code === 'invalid') {
    const text = 'Có thể đường dẫn đã cũ. Bạn xem tất cả tin hoặc chọn chuyên mục khác.'
    return <EmptyState title="Không có chuyên mục này" text={text} action={allNews} />
  }
  return (
    <RemoteView remote={remote} onRetry={reload}>
      {(page) => (
        <>
          <Articles page={page} filtered={category !== undefined} />
          {next.kind === 'failed' && (
            <FailureNotice failure={next.error} onRetry={() => void showOlder(category, page)} />
          )}
          {page.nextCursor !== undefined && next.kind !== 'failed' && (
            <Button
              kind="secondary"
              fullWidth
              busy={next.kind === 'loading'}
              onClick={() => void showOlder(category, page)}
            >
              {next.kind === 'loading' ? 'Đang tải thêm…' : 'Xem thêm tin'}
            </Button>
          )}
        </>
      )}
    </RemoteView>
  )
}

function Articles({ page, filtered }: { page: NewsPage; filtered: boolean }) {
  if (page.articles.length > 0) return <ArticleList articles={page.articles} withLead />
  const text = filtered ? 'Chuyên mục này chưa có tin nào.' : 'Tin mới sẽ hiện ở đây khi được đăng.'
  return <EmptyState title="Chưa có tin" text={text} action={filtered && allNews} />
}

/** Focus goes to the first added article: the button may be gone, and a screen reader goes on reading there. */
async function showOlder(category: string | undefined, page: NewsPage): Promise<void> {
  const first = await loadOlder(category, page)
  if (first === undefined) return
  document.getElementById(`news-${first}`)?.querySelector('a')?.focus({ preventScroll: true })
  announce('Đã hiện thêm tin.')
}
