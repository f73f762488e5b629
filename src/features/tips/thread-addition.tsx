import { useState, type FormEvent } from 'react'
import { messageTextLimits } from '#contract/tips.ts'
import { Button } from '#src/ui/button.tsx'
import { FailureNotice } from '#src/ui/failure-notice.tsx'
import { announce } from '#src/ui/live.tsx'
import { Section } from '#src/ui/section.tsx'
import { TextField } from '#src/ui/text-field.tsx'
import { useAddition } from './use-addition.ts'
import { WorkSign } from './work-sign.tsx'

interface ThreadAdditionProps {
  code: string
  publicCode: string
  onAdded: () => void
}

export function ThreadAddition({ code, publicCode, onAdded }: ThreadAdditionProps) {
  const [wrong, setWrong] = useState(false)
  const { text, kept, write, sending, send } = useAddition(code, publicCode)
  const busy = sending.kind === 'sending' || sending.kind === 'working'
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const empty = text.trim() === ''
    setWrong(empty)
    if (empty || busy || !(await send())) return
    announce('Đã gửi thêm.')
    onAdded()
  }
  return (
    <Section title="Gửi thêm cho cán bộ">
      <form className="stack" noValidate onSubmit={(event) => void submit(event)}>
        <TextField
          label="Điều bạn muốn nói thêm hoặc trả lời"
          value={text}
          onChange={write}
          error={wrong && text.trim() === '' ? 'Bạn viết điều muốn gửi thêm.' : undefined}
          multiline
          rows={4}
          maxLength={messageTextLimits.max}
        />
        {kept && <p>Đây là điều bạn viết lần trước, chưa có xác nhận đã gửi.</p>}
        {text !== '' && (
          <p className="tip-small">Chưa gửi thì được giữ trên máy này. “Thoát nhanh” xóa đi.</p>
        )}
        {sending.kind === 'working' && <WorkSign done={sending.done} of={sending.of} />}
        {sending.kind === 'failed' && <FailureNotice failure={sending.error} />}
        <Button type="submit" fullWidth busy={busy}>
          {busy ? 'Đang gửi…' : 'Gửi thêm'}
        </Button>
      </form>
    </Section>
  )
}
