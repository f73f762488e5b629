import { useEffect, useState } from 'react'
import type { Remote } from '#src/lib/remote.ts'
import { Button } from '#src/ui/button.tsx'
import { TextField } from '#src/ui/text-field.tsx'
import { LookupFailure } from './lookup-failure.tsx'
import { RememberedNote } from './remembered-note.tsx'
import { lookupIds, useLookupForm } from './use-lookup-form.ts'
import { usePrefilledCode } from './use-prefilled-code.ts'

interface LookupFormProps {
  remote: Remote<unknown>
  /** From the address; empty when the app was not opened by a link to one application. */
  linkedCode: string
  /** The person has just asked for another application: nothing is filled in. */
  another: boolean
}

export function LookupForm({ remote, linkedCode, another }: LookupFormProps) {
  const { code, setCode, tidy, remembered, forget } = usePrefilledCode(linkedCode, another)
  const [factor, setFactor] = useState('')
  const failure = remote.kind === 'failed' ? remote.error : undefined
  const { issues, submit } = useLookupForm({ code, factor }, failure)
  const busy = remote.kind === 'loading'

  useEffect(() => {
    if (another) document.getElementById(lookupIds.code)?.focus()
  }, [another])

  return (
    <form className="stack" noValidate onSubmit={submit}>
      {failure && <LookupFailure failure={failure} onRetry={submit} />}
      <TextField
        id={lookupIds.code}
        label="Mã hồ sơ"
        hint="Mã in trên giấy hẹn trả kết quả. Bạn nhập đủ chữ, số, dấu chấm và dấu gạch."
        value={code}
        onChange={setCode}
        onBlur={tidy}
        error={issues.code}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      {remembered && <RememberedNote onForget={forget} />}
      <TextField
        id={lookupIds.factor}
        label="Số kiểm tra"
        hint="4 số cuối điện thoại đã khai, hoặc đủ cả số. Cũng có thể là mã PIN 6 số nhận tại quầy."
        value={factor}
        onChange={setFactor}
        error={issues.factor}
        inputMode="numeric"
        autoComplete="off"
      />
      <Button type="submit" icon="search" fullWidth busy={busy}>
        {busy ? 'Đang tra…' : 'Tra hồ sơ'}
      </Button>
    </form>
  )
}
