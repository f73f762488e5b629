import type { SearchResult } from '#contract/search.ts'
import type { Lexicon } from '#contract/search/lexicon.ts'
import { ResultRow } from './result-row.tsx'

interface SearchResultsProps {
  results: readonly SearchResult[]
  query: string
  lexicon: Lexicon
  id: string
}

export function SearchResults({ results, query, lexicon, id }: SearchResultsProps) {
  return (
    <ul id={id} className="results plain-list" aria-label="Kết quả tìm kiếm">
      {results.map((result) => (
        <li key={`${result.kind} ${result.id}`}>
          <ResultRow result={result} query={query} lexicon={lexicon} />
        </li>
      ))}
    </ul>
  )
}
