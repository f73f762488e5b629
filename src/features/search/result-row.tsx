import type { ReactNode } from 'react'
import { Link } from 'react-router-dom'
import type { SearchResult } from '#contract/search.ts'
import type { Lexicon } from '#contract/search/lexicon.ts'
import { formatInstantDay } from '#src/lib/dates.ts'
import { formatPhone } from '#src/lib/phone-number.ts'
import { Badge } from '#src/ui/badge.tsx'
import { CallLink } from '#src/ui/call-link.tsx'
import { DemoMark } from '#src/ui/demo-mark.tsx'
import { Icon } from '#src/ui/icon.tsx'
import { Marked } from './marked.tsx'
import { kindLook } from './result-kinds.ts'

interface ResultRowProps {
  result: SearchResult
  query: string
  lexicon: Lexicon
}

export function ResultRow({ result, query, lexicon }: ResultRowProps) {
  const { kind, title, text, publishedAt, abolished, demo } = result
  const { label, icon } = kindLook(kind)
  return (
    <div className="result">
      <span className="result__icon">
        <Icon name={icon} size="1.375rem" />
      </span>
      <div className="result__words">
        <p className="result__kind">
          {label}
          {publishedAt && `, ${formatInstantDay(publishedAt)}`}
        </p>
        <ResultLink path={result.path} phone={result.phone}>
          <Marked text={title} query={query} lexicon={lexicon} />
        </ResultLink>
        {text && (
          <p className="result__text">
            <Marked text={text} query={query} lexicon={lexicon} />
          </p>
        )}
        {/* A station's text gives the day from which it is closed. */}
        {abolished && kind !== 'station' && <Badge tone="warning">Đã bãi bỏ</Badge>}
        {demo && <DemoMark />}
      </div>
    </div>
  )
}

interface ResultLinkProps extends Pick<SearchResult, 'path' | 'phone'> {
  children: ReactNode
}

/** By where it leads, not by its kind: kinds that this version does not know work too. */
function ResultLink({ path, phone, children }: ResultLinkProps) {
  if (phone) {
    return (
      <CallLink phone={phone} className="result__link">
        <span className="visually-hidden">Gọi </span>
        {children}
        <strong className="result__phone"> {formatPhone(phone)}</strong>
      </CallLink>
    )
  }
  if (!path) return <p className="result__link">{children}</p>
  return (
    <Link to={path} className="result__link">
      {children}
    </Link>
  )
}
