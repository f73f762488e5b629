import { useSearchParams } from 'react-router-dom'
import { CategoryFilter } from '#src/features/news/category-filter.tsx'
import { NewsFeed } from '#src/features/news/news-feed.tsx'
import { AppPage } from '#src/ui/app-page.tsx'

export function NewsScreen() {
  const [search] = useSearchParams()
  const category = search.get('category') || undefined
  return (
    <AppPage title="Tin tức">
      <div className="stack">
        <CategoryFilter category={category} />
        <NewsFeed category={category} />
      </div>
    </AppPage>
  )
}
