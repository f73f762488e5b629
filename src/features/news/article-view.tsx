import type { Article } from '#contract/news.ts'
import { formatInstantDay } from '#src/lib/dates.ts'
import { paths } from '#src/lib/paths.ts'
import { DemoMark } from '#src/ui/demo-mark.tsx'
import { ArticlePicture } from '#src/ui/picture.tsx'
import { ShareButton } from '#src/ui/share-button.tsx'
import { ArticleBody } from './article-body.tsx'
import './news.css'
import { useCategoryNames } from './use-category-names.ts'

/** One article below its title, which is the page's heading. */
export function ArticleView({ article }: { article: Article }) {
  const category = useCategoryNames()(article.category)
  const { slug, title, summary, publishedAt, updatedAt, cover, body, demo } = article
  return (
    <article className="article">
      <p className="article__when">
        {category && <strong>{category}</strong>} <span>Đăng {formatInstantDay(publishedAt)}</span>
        {updatedAt && <span>Sửa {formatInstantDay(updatedAt)}</span>}
      </p>
      {demo && <DemoMark />}
      <p className="article__summary">{summary}</p>
      {cover && (
        <div className="article__cover">
          <ArticlePicture picture={cover} sizes="(min-width: 640px) 608px, 92vw" priority />
        </div>
      )}
      <ArticleBody blocks={body} />
      <ShareButton
        label="Chia sẻ tin này"
        content={{ title, description: summary, path: paths.article(slug) }}
      />
    </article>
  )
}
