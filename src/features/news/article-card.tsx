import type { ArticleSummary } from '#contract/news.ts'
import { formatInstantDay } from '#src/lib/dates.ts'
import { paths } from '#src/lib/paths.ts'
import { LinkCard } from '#src/ui/card.tsx'
import { DemoMark } from '#src/ui/demo-mark.tsx'
import { ArticlePicture } from '#src/ui/picture.tsx'
import './news.css'

interface ArticleCardProps {
  article: ArticleSummary
  category: string | undefined
}

/** The first of a feed, in sight when the page opens. */
export function ArticleCard({ article, category }: ArticleCardProps) {
  const { slug, title, summary, publishedAt, cover, demo } = article
  return (
    <LinkCard
      to={paths.article(slug)}
      title={title}
      cover={cover && <ArticlePicture picture={cover} sizes="(min-width: 640px) 608px, 94vw" priority />}
      text={
        <>
          <p className="article__when">
            {category && <strong>{category}</strong>} <span>{formatInstantDay(publishedAt)}</span>
          </p>
          <p>{summary}</p>
        </>
      }
      badge={demo && <DemoMark />}
    />
  )
}
