import type { Queries } from '../db/database.ts'

export interface NewsWord {
  word: string
  /** In about how many articles it stands. */
  articles: number
}

export interface FoundArticle {
  slug: string
  title: string
  summary: string
  publishedAt: Date
  demo: boolean
  /** Those of the asked words that it has. */
  words: string
}

/** Those of some words that the news know. */
export function findWords(db: Queries, words: readonly string[]): Promise<NewsWord[]> {
  return db.query<NewsWord>('select word, articles from article_words where word = any($1)', [words])
}

/** Words that one slip, or the rest of the typing, leads to: a wide net, the caller looks closer. */
export function findSimilarWords(db: Queries, word: string): Promise<NewsWord[]> {
  return db.query<NewsWord>(
    `select word, articles from article_words
     where word not like '^%' and (word like $1 || '%' or (length(word) between length($1) - 1 and length($1) + 1
       and (left(word, 1) = left($1, 1) or right(word, 2) = right($1, 2))))
     order by articles desc, word limit 300`,
    [word],
  )
}

export interface ArticleQuery {
  /** A tsquery over lexemes as `article_lexemes` makes them. */
  lexemes: string
  /** All words of it, without marks. */
  words: readonly string[]
  showDemo: boolean
  limit: number
}

const columns = `slug, title, summary, published_at as "publishedAt", demo,
  array_to_string(array(select word from unnest(tsvector_to_array(search)) word where word = any($2)), ' ') as words`

/**
 * The newest hits of a query with a word that few articles have: all hits are looked at. The fence keeps the planner
 * from walking the news by date, which takes for ever when nothing is there to be found.
 */
export function findByIndex(db: Queries, query: ArticleQuery): Promise<FoundArticle[]> {
  return db.query<FoundArticle>(
    `with hits as materialized (
       select id, published_at from articles where search @@ $1::tsquery and (not demo or $3)
     )
     select ${columns} from articles
     join (select id from hits order by published_at desc, id desc limit $4) newest using (id)`,
    [query.lexemes, query.words, query.showDemo, query.limit],
  )
}

/** For words that half of the news have: enough hits are among the newest, and the rest is not looked at. */
export function findInNewest(db: Queries, query: ArticleQuery & { among: number }): Promise<FoundArticle[]> {
  return db.query<FoundArticle>(
    `select ${columns} from (
       select * from articles where not demo or $3 order by published_at desc, id desc limit $5
     ) newest
     where search @@ $1::tsquery order by published_at desc, id desc limit $4`,
    [query.lexemes, query.words, query.showDemo, query.limit, query.among],
  )
}
