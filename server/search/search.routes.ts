import type { FastifyInstance } from 'fastify'
import { search, type SearchAnswer, type SearchEntry, type SearchResult } from '#contract/search.ts'
import { bestOf, scoreEntries } from '#contract/search/find-entries.ts'
import { compileLexicon } from '#contract/search/lexicon.ts'
import { buildIndex } from '#contract/search/search-index.ts'
import type { Content } from '../content/content.ts'
import type { Database } from '../db/database.ts'
import type { PageCache } from '../http/page-cache.ts'
import { serve } from '../http/serve.ts'
import { findArticles } from './find-articles.ts'
import { contentEntries } from './search-entries.ts'

export interface SearchContext {
  db: Database
  content: Content
  showDemo: boolean
  /** Of its own: what people type must not push the pages that everybody reads out of theirs. */
  cache: PageCache
}

const usualLimit = 10
const newsWord = 0.9
/** Long queries are hardly asked twice. */
const longestKept = 40
/** A whole dormitory may share one address, and everybody types. */
const politeLimit = { max: 300, perMinutes: 1 }

export function searchRoutes(app: FastifyInstance, { db, content, showDemo, cache }: SearchContext): void {
  const entries = contentEntries(content)
  const lexicon = compileLexicon(content.searchWords)
  const index = buildIndex(entries, lexicon)
  const news = { db, lexicon, isWord: (word: string) => index.postings.has(word), showDemo }

  async function find(query: string, most: number): Promise<SearchAnswer> {
    const { entries: articles, knows } = await findArticles(query, news)
    // What only the news speak of tells a lot.
    const weightOf = (key: string) =>
      index.postings.has(key) || !knows(key) ? index.weightOf(key) : newsWord
    const found = [
      ...scoreEntries({ ...index, weightOf, alsoKnown: knows }, query),
      ...scoreEntries(buildIndex(articles, lexicon, weightOf), query),
    ]
    return { results: bestOf(found, most).map(({ entry }) => asResult(entry)) }
  }

  serve(
    app,
    search.find,
    (call) => {
      const { q, limit = usualLimit } = call.query
      if (q.length > longestKept) return find(q, limit)
      return cache.send(call, `${limit} ${q}`, () => find(q, limit))
    },
    { limit: politeLimit },
  )

  serve(app, search.index, (call) =>
    cache.send(call, 'index', async () => ({ entries, words: content.searchWords })),
  )
}

function asResult({ keywords: _, words: __, ...result }: SearchEntry): SearchResult {
  return result
}
