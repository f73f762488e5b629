import { useState, type FormEvent } from 'react'
import type { Failure } from '#contract/error.ts'
import { host } from '#src/lib/host.ts'
import { Button } from '#src/ui/button.tsx'
import { FailureNotice } from '#src/ui/failure-notice.tsx'
import { Notice } from '#src/ui/notice.tsx'
import { TextField } from '#src/ui/text-field.tsx'
import { findCode, groupCode, readCode, signsOf, type CodeReading } from './read-code.ts'
import { SavedReceipts } from './saved-receipts-list.tsx'
import './tips.css'

interface ThreadCodeFormProps {
  busy: boolean
  failure: Failure | undefined
  onOpen: (code: string) => void
}

const codeId = 'tip-code'

export function ThreadCodeForm({ busy, failure, onOpen }: ThreadCodeFormProps) {
  const [code, setCode] = useState('')
  const [reading, setReading] = useState<CodeReading>({ kind: 'ok' })
  const wrong = reading.kind === 'wrong' ? reading : undefined
  const change = (typed: string) => {
    setCode(findCode(typed) ?? typed.toUpperCase())
    if (wrong) setReading({ kind: 'ok' })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const now = readCode(code)
    setReading(now)
    if (now.kind === 'ok') onOpen(groupCode(code))
    else document.getElementById(codeId)?.focus()
  }
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <p>Nhập mã tin báo để xem tình trạng, trả lời cán bộ hoặc gửi thêm. Nội dung tin không tự hiện ra.</p>
      {failure && <OpenFailure failure={failure} />}
      <TextField
        id={codeId}
        label="Mã tin báo"
        hint="20 ký tự, chia 4 nhóm. Chữ hoa, chữ thường đều được."
        value={code}
        onChange={change}
        error={wrong?.words}
        autoCapitalize="characters"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
      />
      {wrong?.at !== undefined && <PointAt code={code} at={wrong.at} />}
      <Button type="submit" fullWidth busy={busy}>
        {busy ? 'Đang mở…' : 'Xem tin'}
      </Button>
      {host().name === 'zalo' && <ScanButton onCode={(scanned) => change(scanned)} />}
      <SavedReceipts onOpen={onOpen} />
    </form>
  )
}

function OpenFailure({ failure }: { failure: Failure }) {
  if (failure.code !== 'not-found') return <FailureNotice failure={failure} />
  return (
    <Notice tone="danger" title="Không tìm thấy tin với mã này" role="alert">
      <p>Bạn so lại mã. Tin đã hết hạn lưu cũng không mở được nữa.</p>
    </Notice>
  )
}

/** The typed code with its wrong sign marked; in words it stands in the field's error. */
function PointAt({ code, at }: { code: string; at: number }) {
  const signs = Array.from(signsOf(code))
  return (
    <p className="tip-point-at" aria-hidden="true" translate="no">
      {signs.map((sign, index) => (
        <span key={index}>
          {index === at ? <mark>{sign}</mark> : sign}
          {index % 5 === 4 && index < signs.length - 1 && ' '}
        </span>
      ))}
    </p>
  )
}

function ScanButton({ onCode }: { onCode: (code: string) => void }) {
  const [words, setWords] = useState('')
  const scan = async () => {
    const scanned = await host().scanQr()
    if (scanned.kind === 'cancelled') return
    const code = scanned.kind === 'ok' ? findCode(scanned.data) : undefined
    if (code) onCode(code)
    setWords(code ? '' : 'Chưa đọc được mã tin báo. Bạn thử lại hoặc nhập tay.')
  }
  return (
    <>
      <Button kind="secondary" icon="camera" fullWidth onClick={() => void scan()}>
        Quét mã QR của tin
      </Button>
      <p role="status">{words}</p>
    </>
  )
}
