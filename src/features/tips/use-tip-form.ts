import { useEffect, useRef, useState, type FormEvent } from 'react'
import type { TipCategory } from '#contract/unit.ts'
import {
  checkTip,
  firstIssue,
  stillWrong,
  tipFieldNames,
  tipIssuesOf,
  type TipFieldName,
  type TipIssues,
} from './check-tip.ts'
import { sendFields } from './send-tip.ts'
import { draftOf } from './tip-fields.ts'
import { useTip } from './tip.store.ts'
import { missingIn } from './too-little.ts'

/** `tip-text`, `tip-place`, … */
export const tipIds = Object.fromEntries(tipFieldNames.map((name) => [name, `tip-${name}`])) as Record<
  TipFieldName,
  string
>

/** What is wrong with the form and when that is said: at a try to send, not while one types. */
export function useTipForm(categories: readonly TipCategory[]) {
  const fields = useTip((state) => state.record.fields)
  const clientKey = useTip((state) => state.record.clientKey)
  const failure = useTip((state) => (state.sending.kind === 'failed' ? state.sending.error : undefined))
  const [declared, setDeclared] = useState(false)
  const [atLastTry, setAtLastTry] = useState<TipIssues>({})
  const warning = useTooLittle()

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
    if (!firstIssue(now) && !warning.hold()) void sendFields()
  }
  const issues = { ...refused, ...stillWrong(atLastTry, now) }
  return { issues, failure, declared, setDeclared, submit, warning }
}

/** Said at the first try to send only, and never in the way of the second. */
function useTooLittle() {
  const [missing, setMissing] = useState<string[]>([])
  const said = useRef(false)
  const close = () => setMissing([])
  const hold = () => {
    const { fields } = useTip.getState().record
    const found = said.current ? [] : missingIn(fields)
    said.current = true
    setMissing(found)
    return found.length > 0
  }
  const sendAsItIs = () => {
    close()
    void sendFields()
  }
  return { missing, close, hold, sendAsItIs }
}

function focusFirst(issues: TipIssues): void {
  const first = firstIssue(issues)
  const place = first && document.getElementById(tipIds[first])
  place?.closest('details')?.setAttribute('open', '')
  // A group of choices has no focus of its own.
  const control = place?.querySelector('input') ?? place
  control?.focus()
}
