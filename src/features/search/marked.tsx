import type { ReactNode } from 'react'
import { highlight } from '#contract/search/highlight.ts'
import type { Lexicon } from '#contract/search/lexicon.ts'

interface MarkedProps {
  text: string
  query: string
  lexicon: Lexicon
}

/** A text with what answers the query marked. */
export function Marked({ text, query, lexicon }: MarkedProps) {
  const parts: ReactNode[] = []
  let from = 0
  for (const [start, end] of highlight(text, query, lexicon)) {
    parts.push(text.slice(from, start), <mark key={start}>{text.slice(start, end)}</mark>)
    from = end
  }
  return (
    <>
      {parts}
      {text.slice(from)}
    </>
  )
}
