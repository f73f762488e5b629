import { useEffect, useState, type FormEvent } from 'react'
import type { Remote } from '#src/lib/remote.ts'
import { Button } from '#src/ui/button.tsx'
import { TextField } from '#src/ui/text-field.tsx'
import { checkLookup, issuesOf, tidyCode, tidyFactor, type LookupFields } from './check-lookup.ts'
import type { LookupIssues } from './check-lookup.ts'
import { LookupFailure } from './lookup-failure.tsx'
import { lookUp } from './lookup.store.ts'
import { RememberedNote } from './remembered-note.tsx'
import { usePrefilledCode } from './use-prefilled-code.ts'

const ids = { code: 'lookup-code', factor: 'lookup-factor' } as const
const focusOn = (field: keyof typeof ids) => document.getElementById(ids[field])?.focus()

interface LookupFormProps {
  remote: Remote<unknown>
  /** From the address; empty when the app was not opened by a link to one application. */
  linkedCode: string
  another: boolean
}

export function LookupForm({ remote, linkedCode, another }: LookupFormProps) {
  const { code, setCode, remembered, forget } = usePrefilledCode(linkedCode, another)
  const [factor, setFactor] = useState('')
  const [issues, setIssues] = useState<LookupIssues>({})
  const failure = remote.kind === 'failed' ? remote.error : undefined

  useEffect(() => showIssues(failure ? issuesOf(failure) : {}, setIssues), [failure])
  useEffect(() => {
    if (another) focusOn('code')
  }, [another])

  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    const fields: LookupFields = { code: tidyCode(code), factor: tidyFactor(factor) }
    const found = checkLookup(fields)
    setCode(fields.code)
    showIssues(found, setIssues)
    if (Object.keys(found).length === 0) void lookUp(fields)
  }
  return (
    <form className="stack" noValidate onSubmit={submit}>
      {failure && <LookupFailure failure={failure} onRetry={submit} />}
      <TextField
        id={ids.code}
        label="Mã hồ sơ"
        hint="Mã in trên giấy hẹn trả kết quả. Bạn nhập đủ chữ, số, dấu chấm và dấu gạch."
        value={code}
        onChange={setCode}
        onBlur={() => setCode(tidyCode(code))}
        error={issues.code}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      {remembered && <RememberedNote onForget={forget} />}
      <TextField
        id={ids.factor}
        label="Số kiểm tra"
        hint="4 số cuối điện thoại đã khai, hoặc mã PIN 6 số cán bộ đưa tại quầy."
        value={factor}
        onChange={setFactor}
        error={issues.factor}
        inputMode="numeric"
        autoComplete="off"
      />
      <Button type="submit" icon="search" fullWidth busy={remote.kind === 'loading'}>
        {remote.kind === 'loading' ? 'Đang tra…' : 'Tra hồ sơ'}
      </Button>
    </form>
  )
}

function showIssues(issues: LookupIssues, setIssues: (issues: LookupIssues) => void): void {
  setIssues(issues)
  if (issues.code) focusOn('code')
  else if (issues.factor) focusOn('factor')
}
