import { Link } from 'react-router-dom'
import type { ArticleSummary } from '#contract/news.ts'
import { formatInstantDay } from '#src/lib/dates.ts'
import { paths } from '#src/lib/paths.ts'
import { DemoMark } from '#src/ui/demo-mark.tsx'
import { ArticlePicture } from '#src/ui/picture.tsx'
import './news.css'

interface ArticleRowProps {
  article: ArticleSummary
  category: string | undefined
}

/** Half a dozen fit on a screen, and a picture of this size costs a few kilobytes. */
export function ArticleRow({ article, category }: ArticleRowProps) {
  const { slug, title, publishedAt, cover, demo } = article
  return (
    <div className="article-row">
      <div className="article-row__text">
        <Link to={paths.article(slug)} className="article-row__link">
          {title}
        </Link>
        <p className="article__when">
          {category && <strong>{category}</strong>} <span>{formatInstantDay(publishedAt)}</span>
        </p>
        {demo && <DemoMark />}
      </div>
      {cover && (
        <div className="article-row__cover">
          <ArticlePicture picture={cover} sizes="104px" />
        </div>
      )}
    </div>
  )
}
