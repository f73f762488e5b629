import type { SearchEntry } from '#contract/search.ts'
import type { Lexicon } from '#contract/search/lexicon.ts'
import { readQuery } from '#contract/search/read-query.ts'
import { decodeTyping, otherSpelling } from '#contract/search/typing.ts'
import { readWords, textsOf } from '#contract/search/words.ts'
import type { Queries } from '../db/database.ts'
import { type Part, partsOf, titleMark } from './news-parts.ts'
import { findByIndex, findInNewest, findSimilarWords, findWords, type FoundArticle } from './search.repo.ts'

export interface ArticleSearch {
  db: Queries
  lexicon: Lexicon
  /** Words that are no slip even if the news never use them. */
  isWord: (word: string) => boolean
  showDemo: boolean
}

export interface NewsFound {
  entries: SearchEntry[]
  /** True for words that stand in the news. */
  knows: (word: string) => boolean
}

const candidates = 20
/** With at most so many hits all of them are looked at; beyond, only the newest articles are looked through. */
const few = 2_000
const newest = 1_000
const mostTelling = 6

/** Articles that say everything the query says, or else all but one word of it; to be ranked by the caller. */
export async function findArticles(query: string, search: ArticleSearch): Promise<NewsFound> {
  const words = await wordsFor(query, search)
  const knows = (word: string) => words.has(word)
  const vocabulary = { has: (word: string) => knows(word) || search.isWord(word), all: () => words }
  const units = readQuery(query, search.lexicon, vocabulary).filter((unit) => !unit.filler)
  const parts = await partsOf(search.db, units, search.lexicon)
  if (parts.length === 0 || parts.length * 2 < units.length) return { entries: [], knows }
  const all = await find([parts], search)
  const found = all.length > 0 || parts.length < 3 ? all : await find(withoutOne(parts), search)
  return { entries: found.map(asEntry), knows }
}

/** The words of the news that the query may mean: only what is unknown to everybody may be a slip. */
async function wordsFor(query: string, { db, lexicon, isWord }: ArticleSearch): Promise<Set<string>> {
  const typed = textsOf(readWords(query))
  const words = new Set((await findWords(db, typed.flatMap(spellingsOf))).map(({ word }) => word))
  const knows = (word: string) => words.has(word) || isWord(word) || lexicon.vocabulary.has(word)
  for (const word of typed) {
    if (spellingsOf(word).some(knows)) continue
    for (const similar of await findSimilarWords(db, word)) words.add(similar.word)
  }
  return words
}

function spellingsOf(word: string): string[] {
  const decoded = decodeTyping(word) ?? word
  return [word, decoded, otherSpelling(decoded) ?? decoded]
}

/** Every choice of the most telling parts that leaves one of them out. */
function withoutOne(parts: readonly Part[]): Part[][] {
  const telling = parts.slice(0, mostTelling)
  return telling.map((left) => telling.filter((part) => part !== left))
}

/** Articles that answer all parts of any of the choices: the newest, and the newest of those with all in the title. */
async function find(choices: readonly Part[][], search: ArticleSearch): Promise<FoundArticle[]> {
  const inTitle = await findAt(choices, titleMark, search)
  const anywhere = await findAt(choices, '', search)
  return Array.from(new Map([...inTitle, ...anywhere].map((article) => [article.slug, article])).values())
}

async function findAt(choices: readonly Part[][], mark: string, { db, showDemo }: ArticleSearch) {
  const countOf = (part: Part) => (mark ? part.inTitle : part.anywhere)
  const rarest = choices.map((parts) => Math.min(...parts.map(countOf)))
  const hits = rarest.reduce((sum, count) => sum + count, 0)
  if (hits === 0) return []
  const words = Array.from(new Set(choices.flat().flatMap(({ ways }) => ways.flat())))
  const query = { lexemes: tsquery(choices, mark), words, showDemo, limit: candidates }
  return hits <= few ? findByIndex(db, query) : findInNewest(db, { ...query, among: newest })
}

/** All words are letters and digits, so between quotes none of them means anything to PostgreSQL. */
function tsquery(choices: readonly Part[][], mark: string): string {
  const anyOf = (texts: readonly string[]) => `(${texts.join(' | ')})`
  const allOf = (texts: readonly string[]) => `(${texts.join(' & ')})`
  const said = (way: readonly string[]) => allOf(way.map((word) => `'${mark}${word}'`))
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
