import { useState } from 'react'
import { updatedWords } from '#src/lib/age.ts'
import { FailureNotice } from '#src/ui/failure-notice.tsx'
import { Notice } from '#src/ui/notice.tsx'
import { Skeleton } from '#src/ui/skeleton.tsx'
import { NothingFound } from './nothing-found.tsx'
import { ResultCount } from './result-count.tsx'
import { SearchBox } from './search-box.tsx'
import { SearchResults } from './search-results.tsx'
import { SearchStart } from './search-start.tsx'
import './search.css'
import { useQueryInAddress } from './use-query-in-address.ts'
import { useSearch, type Search, type WithoutNews } from './use-search.ts'

export const searchBoxId = 'search-box'
const resultsId = 'search-results'

const toBox = () => document.getElementById(searchBoxId)?.focus()
const toResults = () => document.querySelector<HTMLElement>(`#${resultsId} a`)?.focus()

/** What is typed stays in the address, so that Back finds the same list, and nowhere else. */
export function SearchView({ initial }: { initial: string }) {
  const [typed, setTyped] = useState(initial)
  const query = typed.trim().normalize('NFC')
  useQueryInAddress(query)
  const search = useSearch(query)
  const choose = (example: string) => {
    setTyped(example)
    toBox()
  }
  return (
    <div className="stack">
      <SearchBox id={searchBoxId} value={typed} onChange={setTyped} onDone={toResults} />
      <ResultCount query={query} state={search.state} />
      {query ? (
        <Outcome query={query} search={search} onChoose={choose} />
      ) : (
        <SearchStart examples={search.examples} onChoose={choose} />
      )}
    </div>
  )
}

interface OutcomeProps {
  query: string
  search: Search
  onChoose: (example: string) => void
}

function Outcome({ query, search: { state, examples, lexicon, retry }, onChoose }: OutcomeProps) {
  switch (state.kind) {
    case 'waiting':
      return <Skeleton />
    case 'failed':
      return <FailureNotice failure={state.failure} onRetry={retry} />
    case 'found': {
      const { results, complete, withoutNews } = state
      return (
        <>
          {withoutNews && <WithoutNewsNotice {...withoutNews} />}
          {results.length > 0 && (
            <SearchResults id={resultsId} results={results} query={query} lexicon={lexicon} />
          )}
          {results.length === 0 && complete && (
            <NothingFound query={query} examples={examples} onChoose={onChoose} />
          )}
          {results.length === 0 && !complete && <Skeleton blocks={1} />}
        </>
      )
    }
  }
}

function WithoutNewsNotice({ failure, since }: WithoutNews) {
  const title = failure.code === 'offline' ? 'Đang không có mạng' : 'Chưa tìm được trong tin tức'
  return (
    <Notice tone="warning" role="status" title={title}>
      <p>Đây là thủ tục, điểm tiếp dân và số điện thoại lưu trên máy. Có mạng lại sẽ có thêm tin tức.</p>
      {since && <p>Bản lưu trên máy, {updatedWords(since)}.</p>}
    </Notice>
  )
}
