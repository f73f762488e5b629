import { useEffect, useState, type FormEvent } from 'react'
import type { TipCategory } from '#contract/unit.ts'
import {
  checkTip,
  firstIssue,
  stillWrong,
  tipIssuesOf,
  type TipFieldName,
  type TipIssues,
} from './check-tip.ts'
import { sendFields } from './send-tip.ts'
import { draftOf } from './tip-fields.ts'
import { useTip } from './tip.store.ts'

export const tipIds: Record<TipFieldName, string> = {
  category: 'tip-category',
  text: 'tip-text',
  place: 'tip-place',
  time: 'tip-time',
  name: 'tip-name',
  phone: 'tip-phone',
  declared: 'tip-declared',
}

/** What is wrong with the form and when that is said: at a try to send, not while one types. */
export function useTipForm(categories: readonly TipCategory[]) {
  const fields = useTip((state) => state.record.fields)
  const clientKey = useTip((state) => state.record.clientKey)
  const failure = useTip((state) => (state.sending.kind === 'failed' ? state.sending.error : undefined))
  const [declared, setDeclared] = useState(false)
  const [atLastTry, setAtLastTry] = useState<TipIssues>({})

  const known = categories.map(({ id }) => id)
  const now = checkTip(draftOf(fields, clientKey), declared, known)
  const refused = tipIssuesOf(failure?.fields)

  useEffect(() => {
    if (failure) focusFirst(tipIssuesOf(failure.fields))
  }, [failure])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAtLastTry(now)
    focusFirst(now)
    if (!firstIssue(now)) void sendFields()
  }
  return { issues: { ...refused, ...stillWrong(atLastTry, now) }, failure, declared, setDeclared, submit }
}

function focusFirst(issues: TipIssues): void {
  const first = firstIssue(issues)
  const place = first && document.getElementById(tipIds[first])
  // A group of choices has no focus of its own.
  const control = place?.querySelector('input') ?? place
  control?.focus()
}
