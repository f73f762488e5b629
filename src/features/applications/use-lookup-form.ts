import { useEffect, useState, type FormEvent } from 'react'
import type { Failure } from '#contract/error.ts'
import { checkLookup, issuesOf, stillWrong, tidyCode, tidyFactor } from './check-lookup.ts'
import type { LookupFields, LookupIssues } from './check-lookup.ts'
import { lookUp } from './lookup.store.ts'

export const lookupIds = { code: 'lookup-code', factor: 'lookup-factor' } as const

/** What is wrong with the form and when that is said: at a try to send, not while one types. */
export function useLookupForm(typed: LookupFields, failure: Failure | undefined) {
  const [atLastTry, setAtLastTry] = useState<LookupIssues>({})
  const fields: LookupFields = { code: tidyCode(typed.code), factor: tidyFactor(typed.factor) }
  const now = checkLookup(fields)
  const refused = failure ? issuesOf(failure) : {}

  useEffect(() => {
    if (failure) focusFirst(issuesOf(failure))
  }, [failure])

  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    setAtLastTry(now)
    focusFirst(now)
    if (!now.code && !now.factor) void lookUp(fields)
  }
  return { issues: { ...refused, ...stillWrong(atLastTry, now) }, submit }
}

function focusFirst(issues: LookupIssues): void {
  const first = issues.code ? 'code' : issues.factor ? 'factor' : undefined
  if (first) document.getElementById(lookupIds[first])?.focus()
}
