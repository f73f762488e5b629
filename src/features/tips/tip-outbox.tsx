import { useEffect, useState } from 'react'
import { Button } from '#src/ui/button.tsx'
import { Dialog } from '#src/ui/dialog.tsx'
import { FailureNotice } from '#src/ui/failure-notice.tsx'
import { Notice } from '#src/ui/notice.tsx'
import { CopyDraft } from './copy-draft.tsx'
import { DeleteDraft } from './delete-draft.tsx'
import { DraftState } from './draft-state.tsx'
import { editAgain, sendAgain } from './send-tip.ts'
import { SentSummary } from './sent-summary.tsx'
import { useTip, type Sending } from './tip.store.ts'
import './tips.css'
import { ViewHeading } from './view-heading.tsx'
import { WorkSign } from './work-sign.tsx'

/** A tip on its way, or one whose fate is unknown. It is not changed here: only the same body finds its receipt. */
export function TipOutbox() {
  const sending = useTip((state) => state.sending)
  const draft = useTip(({ record }) => record.attempts[record.attempts.length - 1])
  const busy = sending.kind === 'sending' || sending.kind === 'working'
  useSendWhenOnline(sending)
  return (
    <div className="stack">
      <ViewHeading>{busy ? 'Đang gửi tin' : 'Tin đã lưu trên máy này, chưa gửi xong'}</ViewHeading>
      <OutboxWords sending={sending} />
      <FilesWait />
      <Button fullWidth busy={busy} onClick={() => void sendAgain()}>
        {busy ? 'Đang gửi…' : 'Gửi lại'}
      </Button>
      {!busy && (
        <>
          <DraftState />
          <CopyDraft />
          <EditButton />
        </>
      )}
      <DeleteDraft />
      {draft && <SentSummary draft={draft} />}
    </div>
  )
}

function OutboxWords({ sending }: { sending: Sending }) {
  switch (sending.kind) {
    case 'sending':
      return <p role="status">Mạng yếu có thể mất khoảng một phút. Bạn giữ ứng dụng mở.</p>
    case 'working':
      return <WorkSign done={sending.done} of={sending.of} />
    case 'failed':
      return (
        <>
          <FailureNotice failure={sending.error} />
          <p>
            {sending.error.code === 'offline' && 'Có mạng lại, ứng dụng sẽ tự gửi khi trang này còn mở. '}
            Gửi lại không làm tin bị nhận hai lần.
          </p>
        </>
      )
    default:
      return (
        <Notice tone="warning" title="Lần gửi trước chưa có trả lời" role="status">
          <p>Tin có thể đã đến nơi. Bạn bấm “Gửi lại” để chắc chắn và nhận mã.</p>
          <p>Gửi lại không làm tin bị nhận hai lần.</p>
        </Notice>
      )
  }
}

function FilesWait() {
  const count = useTip((state) => state.record.files.length)
  if (count === 0) return null
  return <p>{count} tệp đã lưu trên máy này. Tệp được gửi ngay sau khi tin đến nơi.</p>
}

function useSendWhenOnline(sending: Sending): void {
  const waiting = sending.kind === 'failed' && sending.error.code === 'offline'
  useEffect(() => {
    if (!waiting) return
    const send = () => void sendAgain()
    window.addEventListener('online', send)
    return () => window.removeEventListener('online', send)
  }, [waiting])
}

function EditButton() {
  const [asking, setAsking] = useState(false)
  const close = () => setAsking(false)
  return (
    <>
      <Button kind="secondary" fullWidth onClick={() => setAsking(true)}>
        Sửa nội dung
      </Button>
      <Dialog open={asking} title="Sửa tin đang chờ?" onClose={close}>
        <p>Bản cũ có thể đã đến nơi. Khi đó phần bạn sửa không thay được bản cũ.</p>
        <p>Tốt nhất bạn gửi lại bản cũ trước. Có gì thêm, bạn gửi tin mới sau.</p>
        <Button
          fullWidth
          onClick={() => {
            close()
            void sendAgain()
          }}
        >
          Gửi lại bản cũ
        </Button>
        <Button kind="secondary" fullWidth onClick={editAgain}>
          Vẫn sửa
        </Button>
      </Dialog>
    </>
  )
}
