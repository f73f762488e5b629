import type { SearchEntry, SearchIndexData, SearchResult } from '#contract/search.ts'
import { bestOf, scoreEntries } from '#contract/search/find-entries.ts'
import { compileLexicon, type Lexicon } from '#contract/search/lexicon.ts'
import { buildIndex, type SearchIndex } from '#contract/search/search-index.ts'

export interface PhoneSearch {
  lexicon: Lexicon
  index: SearchIndex
}

export const noLexicon = compileLexicon({ same: [], fillers: [] })

export function preparePhoneSearch({ entries, words }: SearchIndexData): PhoneSearch {
  const lexicon = compileLexicon(words)
  return { lexicon, index: buildIndex(entries, lexicon) }
}

/**
 * What the phone finds by itself, in the frame of the key press. `known` are results of the server for what was typed
 * a moment ago: those that still fit keep their place, so that the list does not flicker.
 */
export function findOnPhone(
  { lexicon, index }: PhoneSearch,
  query: string,
  known: readonly SearchResult[],
  limit: number,
): SearchResult[] {
  const own = new Set(index.entries.map(nameOf))
  const others = known.filter((result) => !own.has(nameOf(result))).map(asEntry)
  const found = [
    ...scoreEntries(index, query),
    ...scoreEntries(buildIndex(others, lexicon, index.weightOf), query),
  ]
  return bestOf(found, limit).map(({ entry }) => entry)
}

const nameOf = ({ kind, id }: SearchResult) => `${kind} ${id}`
const asEntry = (result: SearchResult): SearchEntry => ({ ...result, keywords: [], words: '' })
