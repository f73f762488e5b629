import { useCallback, useEffect, useState } from 'react'
import type { Failure } from '#contract/error.ts'
import { mostResults, type SearchResult } from '#contract/search.ts'
import { searchApi } from './search-api.ts'

export interface ServerAnswer {
  query: string
  results: SearchResult[]
}

interface Asked {
  /** The last answer that came, perhaps to an earlier query. */
  answer?: ServerAnswer
  /** Why the last question had no answer; stands until one has, so that the list does not jump. */
  failure?: Failure
}

/** Typing on: no question yet. */
const pause = 300

/** The server's list, which also has the news. Asked when the typing pauses, and again when the network is back. */
export function useServerAnswer(query: string) {
  const [asked, setAsked] = useState<Asked>({})
  // An object, so that the same query can be asked once more.
  const [retried, setRetried] = useState<{ query: string }>()
  const again = useCallback(() => setRetried({ query }), [query])

  useEffect(() => {
    if (!query) return
    let wanted = true
    const ask = async () => {
      const found = await searchApi.search.find({ query: { q: query, limit: String(mostResults) } })
      if (wanted)
        setAsked((before) =>
          found.ok ? answered(query, found.data.results) : { ...before, failure: found.error },
        )
    }
    const timer = setTimeout(() => void ask(), retried?.query === query ? 0 : pause)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [query, retried])

  const failed = asked.failure !== undefined
  useEffect(() => {
    if (!failed) return
    window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  }, [failed, again])

  return { ...asked, again }
}

const answered = (query: string, results: SearchResult[]): Asked => ({ answer: { query, results } })
