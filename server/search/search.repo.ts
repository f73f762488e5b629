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
  /** All of its words, each once. */
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
     where word like $1 || '%' or (length(word) between length($1) - 1 and length($1) + 1
       and (left(word, 1) = left($1, 1) or right(word, 2) = right($1, 2)))
     order by articles desc, word limit 300`,
    [word],
  )
}

export interface ArticleQuery {
  /** A tsquery over lexemes as `article_lexemes` makes them. */
  anywhere: string
  inTitle: string
  showDemo: boolean
  limit: number
}

const columns = `slug, title, summary, published_at as "publishedAt", demo,
  regexp_replace(array_to_string(tsvector_to_array(search), ' '), '\\^[^ ]+ ?', '', 'g') as words`

/**
 * For queries with a word that few articles have: all of those are looked at. The title's hits come on top of the
 * newest, and the fences keep the planner from walking the news by date when nothing would be found.
 */
export function findByIndex(db: Queries, query: ArticleQuery): Promise<FoundArticle[]> {
  return db.query<FoundArticle>(
    `with anywhere as materialized (
       select id, published_at from articles where search @@ $1::tsquery and (not demo or $3)
     ), in_title as materialized (
       select id, published_at from articles where search @@ $2::tsquery and (not demo or $3)
     ), chosen as (
       (select id from in_title order by published_at desc, id desc limit $4)
       union (select id from anywhere order by published_at desc, id desc limit $4)
     )
     select ${columns} from articles join chosen using (id)`,
    [query.anywhere, query.inTitle, query.showDemo, query.limit],
  )
}

/** For words that half of the news have: the newest articles hold enough hits, and the rest is not looked at. */
export function findInNewest(db: Queries, query: ArticleQuery & { among: number }): Promise<FoundArticle[]> {
  return db.query<FoundArticle>(
    `select ${columns} from (
       select * from articles where not demo or $3 order by published_at desc, id desc limit $5
     ) newest
     where search @@ $1::tsquery
     order by search @@ $2::tsquery desc, published_at desc, id desc limit $4`,
    [query.anywhere, query.inTitle, query.showDemo, query.limit, query.among],
  )
}
