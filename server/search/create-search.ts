import type { SearchAnswer, SearchEntry, SearchIndexData, SearchResult } from '#contract/search.ts'
import { bestOf, scoreEntries } from '#contract/search/find-entries.ts'
import { compileLexicon } from '#contract/search/lexicon.ts'
import { buildIndex } from '#contract/search/search-index.ts'
import type { Content } from '../content/content.ts'
import type { Queries } from '../db/database.ts'
import { findArticles } from './find-articles.ts'
import { contentEntries } from './search-entries.ts'

export interface SearchContext {
  db: Queries
  content: Content
  showDemo: boolean
}

/** What only the news speak of tells a lot. */
const newsWord = 0.9

/** One ranked list over the content, which is in memory, and the news, which are in the database. */
export function createSearch({ db, content, showDemo }: SearchContext) {
  const entries = contentEntries(content)
  const lexicon = compileLexicon(content.searchWords)
  const own = buildIndex(entries, lexicon)
  const news = { db, lexicon, isWord: (word: string) => own.postings.has(word), showDemo }

  async function find(query: string, limit: number): Promise<SearchAnswer> {
    const { entries: articles, knows } = await findArticles(query, news)
    const weightOf = (key: string) => (own.postings.has(key) || !knows(key) ? own.weightOf(key) : newsWord)
    const found = [
      ...scoreEntries({ ...own, weightOf, alsoKnown: knows }, query),
      ...scoreEntries(buildIndex(articles, lexicon, weightOf), query),
    ]
    return { results: bestOf(found, limit).map(({ entry }) => asResult(entry)) }
  }

  const index: SearchIndexData = { entries, words: content.searchWords }
  return { find, index }
}

function asResult({ keywords: _, words: __, ...result }: SearchEntry): SearchResult {
  return result
}
