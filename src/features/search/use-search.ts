import { useMemo } from 'react'
import type { Failure } from '#contract/error.ts'
import { mostResults, type SearchResult } from '#contract/search.ts'
import type { Lexicon } from '#contract/search/lexicon.ts'
import { findOnPhone, noLexicon, preparePhoneSearch } from './find-on-phone.ts'
import { useSearchIndex } from './search.resource.ts'
import { useServerAnswer } from './use-server-answer.ts'

export type SearchState =
  | { kind: 'waiting' }
  | { kind: 'failed'; failure: Failure }
  | { kind: 'found'; results: SearchResult[]; complete: boolean; withoutNews: WithoutNews | undefined }

/** Only what the phone itself keeps was searched. */
export interface WithoutNews {
  failure: Failure
  /** When that left the server, if it could not be renewed. */
  since: string | undefined
}

export interface Search {
  state: SearchState
  examples: readonly string[]
  lexicon: Lexicon
  retry: () => void
}

/** The phone's own results at once, the server's when they come. */
export function useSearch(query: string): Search {
  const { remote, reload } = useSearchIndex()
  const data = remote.kind === 'ready' ? remote.data : undefined
  const since = remote.kind === 'ready' ? remote.staleSince : undefined
  const phone = useMemo(() => data && preparePhoneSearch(data), [data])
  const { answer, failure, again } = useServerAnswer(query)

  const answered = answer?.query === query ? answer.results : undefined
  const state = useMemo((): SearchState => {
    if (answered) return { kind: 'found', results: answered, complete: true, withoutNews: undefined }
    if (phone) {
      const results = findOnPhone(phone, query, answer?.results ?? [], mostResults)
      const withoutNews = failure && { failure, since }
      return { kind: 'found', results, complete: failure !== undefined, withoutNews }
    }
    if (failure && remote.kind === 'failed') return { kind: 'failed', failure }
    return { kind: 'waiting' }
  }, [answered, answer, phone, query, failure, since, remote.kind])

  const retry = () => {
    reload()
    again()
  }
  return { state, examples: data?.words.examples ?? [], lexicon: phone?.lexicon ?? noLexicon, retry }
}
