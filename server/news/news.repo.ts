import type { Article, ArticleBlock, ArticleSummary, Picture } from '#contract/news.ts'
import type { Queries } from '../db/database.ts'
import type { NewsCursor } from './news-cursor.ts'

interface SummaryRow extends Omit<ArticleSummary, 'publishedAt'> {
  id: number
  publishedAt: Date
}

interface ArticleRow extends SummaryRow {
  body: ArticleBlock[]
  updatedAt: Date | null
}

export interface NewArticle extends Omit<Article, 'publishedAt' | 'updatedAt' | 'cover'> {
  publishedAt: string
  cover: Picture | null
}

const summaryColumns = `id, slug, title, summary, category, published_at as "publishedAt", cover, demo`

export interface NewsQuery {
  after: NewsCursor | undefined
  category: string | undefined
  limit: number
  showDemo: boolean
}

/** Published articles after the cursor, newest first. */
export async function listArticles(db: Queries, { after, category, limit, showDemo }: NewsQuery) {
  const conditions = ['(not demo or $2)']
  const params: unknown[] = [limit, showDemo]
  const add = (value: unknown) => `$${params.push(value)}`
  if (category) conditions.push(`category = ${add(category)}`)
  if (after)
    conditions.push(`(published_at, id) < (${add(after.publishedAt)}::timestamptz, ${add(after.id)}::bigint)`)
  const rows = await db.query<SummaryRow>(
    `select ${summaryColumns} from articles where ${conditions.join(' and ')}
     order by published_at desc, id desc limit $1`,
    params,
  )
  return rows.map(({ publishedAt, ...row }) => ({ ...row, publishedAt: publishedAt.toISOString() }))
}

export async function findArticle(
  db: Queries,
  slug: string,
  showDemo: boolean,
): Promise<Article | undefined> {
  const [row] = await db.query<ArticleRow>(
    `select ${summaryColumns}, body, updated_at as "updatedAt" from articles where slug = $1 and (not demo or $2)`,
    [slug, showDemo],
  )
  if (!row) return undefined
  const { id: _, publishedAt, updatedAt, ...article } = row
  return { ...article, publishedAt: publishedAt.toISOString(), updatedAt: updatedAt?.toISOString() ?? null }
}

export async function insertArticle(db: Queries, article: NewArticle): Promise<void> {
  await db.query(
    `insert into articles (slug, category, title, summary, body, cover, published_at, demo)
     values ($1, $2, $3, $4, $5::jsonb, $6::jsonb, $7, $8)`,
    [
      article.slug,
      article.category,
      article.title,
      article.summary,
      JSON.stringify(article.body),
      article.cover && JSON.stringify(article.cover),
      article.publishedAt,
      article.demo,
    ],
  )
}
