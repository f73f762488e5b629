import type { SearchEntry } from '#contract/search.ts'
import type { Lexicon } from '#contract/search/lexicon.ts'
import { type QueryUnit, readQuery } from '#contract/search/read-query.ts'
import { decodeTyping } from '#contract/search/typing.ts'
import { readWords, textsOf } from '#contract/search/words.ts'
import type { Queries } from '../db/database.ts'
import { findByIndex, findInNewest, findSimilarWords, findWords, type FoundArticle } from './search.repo.ts'

export interface ArticleSearch {
  db: Queries
  lexicon: Lexicon
  /** Words that are no slip even if the news never use them. */
  isWord: (word: string) => boolean
  showDemo: boolean
}

/** A part of the query as the news may say it. */
interface Part {
  ways: string[][]
  articles: number
}

const candidates = 30
/** With at most so many hits the index is read whole; beyond, only the newest are looked through. */
const few = 2_000
const newest = 1_000
const mostTelling = 6

export interface NewsFound {
  entries: SearchEntry[]
  /** True for words that stand in the news. */
  knows: (word: string) => boolean
}

/** Articles that say everything the query says, or else all but one word of it; to be ranked by the caller. */
export async function findArticles(query: string, search: ArticleSearch): Promise<NewsFound> {
  const words = await wordsFor(query, search)
  const knows = (word: string) => words.has(word)
  const vocabulary = { has: (word: string) => knows(word) || search.isWord(word), all: () => words }
  const units = readQuery(query, search.lexicon, vocabulary).filter((unit) => !unit.filler)
  const parts = await partsOf(units, search)
  if (parts.length === 0 || parts.length * 2 < units.length) return { entries: [], knows }
  parts.sort((a, b) => a.articles - b.articles)
  const all = await find([parts], search)
  const found = all.length > 0 || parts.length < 3 ? all : await find(withoutOne(parts), search)
  return { entries: found.map(asEntry), knows }
}

/** The words of the news that the query may mean: only what is unknown to everybody may be a slip. */
async function wordsFor(query: string, { db, lexicon, isWord }: ArticleSearch): Promise<Set<string>> {
  const typed = textsOf(readWords(query))
  const spelled = typed.flatMap((word) => [word, decodeTyping(word) ?? word])
  const words = new Set((await findWords(db, spelled)).map(({ word }) => word))
  const knows = (word: string) => words.has(word) || isWord(word) || lexicon.vocabulary.has(word)
  for (const word of typed) {
    if (knows(word) || knows(decodeTyping(word) ?? word)) continue
    for (const similar of await findSimilarWords(db, word)) words.add(similar.word)
  }
  return words
}

async function partsOf(units: readonly QueryUnit[], { db, lexicon }: ArticleSearch): Promise<Part[]> {
  const ways = units.map((unit) => waysOf(unit, lexicon))
  const known = new Map(
    (await findWords(db, Array.from(new Set(ways.flat(2))))).map(({ word, articles }) => [word, articles]),
  )
  return ways.flatMap((ways) => {
    const possible = ways.filter((words) => words.every((word) => known.has(word)))
    const articles = possible.map((words) => Math.min(...words.map((word) => known.get(word)!)))
    return possible.length > 0 ? [{ ways: possible, articles: articles.reduce((sum, n) => sum + n, 0) }] : []
  })
}

function waysOf({ meaning, words, meant }: QueryUnit, { ways }: Lexicon): string[][] {
  const said = words.length === 1 ? (meant[0] ?? []).slice(0, 8).map(({ text }) => [text]) : [textsOf(words)]
  const others = (meaning && ways.get(meaning)) || []
  const known = new Set(said.map((way) => way.join(' ')))
  return [...said, ...others.filter((way) => !known.has(way.join(' ')))]
}

/** Every choice of the most telling parts that leaves one of them out. */
function withoutOne(parts: readonly Part[]): Part[][] {
  const telling = parts.slice(0, mostTelling)
  return telling.map((left) => telling.filter((part) => part !== left))
}

/** Articles that answer all parts of any of the choices. */
function find(choices: readonly Part[][], { db, showDemo }: ArticleSearch): Promise<FoundArticle[]> {
  const query = {
    ...{ anywhere: tsquery(choices, ''), inTitle: tsquery(choices, '^') },
    ...{ showDemo, limit: candidates },
  }
  const rarest = Math.max(...choices.map((parts) => Math.min(...parts.map(({ articles }) => articles))))
  return rarest <= few ? findByIndex(db, query) : findInNewest(db, { ...query, among: newest })
}

/** All words are letters and digits, so between quotes none of them means anything to PostgreSQL. */
function tsquery(choices: readonly Part[][], mark: string): string {
  const anyOf = (texts: readonly string[]) => `(${texts.join(' | ')})`
  const allOf = (texts: readonly string[]) => `(${texts.join(' & ')})`
  const said = (words: readonly string[]) => allOf(words.map((word) => `'${mark}${word}'`))
  return anyOf(choices.map((parts) => allOf(parts.map(({ ways }) => anyOf(ways.map(said))))))
}

function asEntry({ slug, title, summary, publishedAt, demo, words }: FoundArticle): SearchEntry {
  return {
    ...{ kind: 'article', id: slug, title, text: summary, path: `/news/${slug}`, phone: null },
    publishedAt: publishedAt.toISOString(),
    ...(demo && { demo }),
    ...{ keywords: [], words },
  }
}
