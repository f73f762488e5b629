import type { ArticleSummary } from '#contract/news.ts'
import { ArticleCard } from './article-card.tsx'
import { ArticleRow } from './article-row.tsx'
import './news.css'
import { useCategoryNames } from './use-category-names.ts'

interface ArticleListProps {
  articles: readonly ArticleSummary[]
  /** The first one large, with its summary. */
  withLead?: boolean
}

export function ArticleList({ articles, withLead = false }: ArticleListProps) {
  const nameOf = useCategoryNames()
  return (
    <ul className="article-list plain-list">
      {articles.map((article, index) => (
        <li key={article.slug} id={`news-${article.slug}`}>
          {withLead && index === 0 ? (
            <ArticleCard article={article} category={nameOf(article.category)} />
          ) : (
            <ArticleRow article={article} category={nameOf(article.category)} />
          )}
        </li>
      ))}
    </ul>
  )
}
