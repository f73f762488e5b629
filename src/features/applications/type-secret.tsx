import { type FormEvent, useState } from 'react'
import { isAsLongAsSecret, readSlipSecret } from '#contract/slip-secret.ts'
import { Button } from '#src/ui/button.tsx'
import { TextField } from '#src/ui/text-field.tsx'

/** For who has no camera, or a link that was sent. */
export function TypeSecret({ onSecret }: { onSecret: (secret: string) => void }) {
  const [typed, setTyped] = useState('')
  const [tried, setTried] = useState(false)
  const secret = readSlipSecret(typed)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (secret) onSecret(secret)
    else document.getElementById('slip-secret')?.focus()
  }
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <TextField
        id="slip-secret"
        label="Mã in dưới mã vuông"
        hint="Mã có 27 chữ và số. Bạn cũng có thể dán đường dẫn nhận được."
        value={typed}
        onChange={setTyped}
        error={tried && !secret ? whatIsWrong(typed) : undefined}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <Button type="submit" kind="secondary" icon="search" fullWidth>
        Mở hồ sơ
      </Button>
    </form>
  )
}

const whatIsWrong = (typed: string) =>
  isAsLongAsSecret(typed)
    ? 'Có ký tự chưa đúng. Bạn so lại từng ký tự với mã trên giấy hẹn.'
    : 'Mã phải đúng 27 chữ và số. Bạn xem lại từng nhóm trên giấy hẹn.'
