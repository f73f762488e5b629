import { useEffect, useState } from 'react'
import type { SearchState } from './use-search.ts'

/** Nobody wants to hear a number after every letter. */
const settledAfter = 600

/** How many there are, for those who do not see the list grow. */
export function ResultCount({ query, state }: { query: string; state: SearchState }) {
  const count = state.kind === 'found' && (state.results.length > 0 || state.complete)
  const words = query && count ? `Có ${state.results.length} kết quả cho “${query}”.` : ''
  const [said, setSaid] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSaid(words), settledAfter)
    return () => clearTimeout(timer)
  }, [words])
  return (
    <p role="status" className="visually-hidden">
      {said}
    </p>
  )
}
