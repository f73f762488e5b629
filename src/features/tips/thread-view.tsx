import type { TipThread } from '#contract/tip-thread.ts'
import { formatInstant } from '#src/lib/dates.ts'
import { Button } from '#src/ui/button.tsx'
import { Card } from '#src/ui/card.tsx'
import { FactList } from '#src/ui/fact-list.tsx'
import { FailureNotice } from '#src/ui/failure-notice.tsx'
import { Notice } from '#src/ui/notice.tsx'
import { Section } from '#src/ui/section.tsx'
import { ThreadAddition } from './thread-addition.tsx'
import { ThreadFiles } from './thread-files.tsx'
import { ThreadMessages } from './thread-messages.tsx'
import { deadlineFacts, statusWords } from './thread-words.ts'
import { TipWords } from './tip-words.tsx'
import type { ThreadState } from './use-thread.ts'
import { ViewHeading } from './view-heading.tsx'
import './tips.css'

interface ThreadViewProps {
  state: Extract<ThreadState, { kind: 'open' }>
  onRefresh: (withContent: boolean) => void
  onClose: () => void
}

export function ThreadView({ state, onRefresh, onClose }: ThreadViewProps) {
  const { thread, code, refreshing, failure } = state
  const shown = thread.content !== undefined
  return (
    <div className="stack">
      <ViewHeading>{`Tin ${thread.publicCode}`}</ViewHeading>
      {failure && <FailureNotice failure={failure} onRetry={() => onRefresh(shown)} />}
      <Status thread={thread} />
      <IdentityOpenings thread={thread} />
      <ThreadMessages messages={thread.messages} />
      <Button kind="secondary" fullWidth busy={refreshing} onClick={() => onRefresh(shown)}>
        {refreshing ? 'Đang tải…' : 'Xem có trả lời mới không'}
      </Button>
      <ThreadAddition code={code} publicCode={thread.publicCode} onAdded={() => onRefresh(shown)} />
      <ThreadFiles code={code} count={thread.fileCount} onArrived={() => onRefresh(shown)} />
      <Deadlines thread={thread} />
      <Section title="Nội dung tin đã gửi">
        {thread.content ? (
          <TipWords tip={thread.content} />
        ) : (
          <p>Đang ẩn, để người bên cạnh không đọc được.</p>
        )}
        <Button kind="secondary" fullWidth onClick={() => onRefresh(!shown)}>
          {shown ? 'Ẩn nội dung' : 'Hiện nội dung tin'}
        </Button>
      </Section>
      <Button kind="quiet" fullWidth onClick={onClose}>
        Đóng tin này
      </Button>
    </div>
  )
}

function Status({ thread }: { thread: TipThread }) {
  return (
    <Card>
      <p className="tip-small">Tình trạng</p>
      <p className="tip-status">{statusWords[thread.status]}</p>
      <p className="tip-small">
        Từ {formatInstant(thread.statusAt)}. Tin nhận lúc {formatInstant(thread.receivedAt)}.
      </p>
      {thread.channel === 'superior' && <p>Tin do cấp trên của công an phường xử lý.</p>}
    </Card>
  )
}

/** Who left a name is told each time somebody has looked at it. */
function IdentityOpenings({ thread }: { thread: TipThread }) {
  if (!thread.named) return null
  if (thread.identityOpenings.length === 0) return <p>Tên và số điện thoại của bạn chưa được mở lần nào.</p>
  return (
    <Notice tone="info" title="Danh tính của bạn đã được mở">
      {thread.identityOpenings.map((at) => (
        <p key={at}>Mở lúc {formatInstant(at)}, theo yêu cầu bằng văn bản, có cán bộ thứ hai đồng ý.</p>
      ))}
    </Notice>
  )
}

function Deadlines({ thread }: { thread: TipThread }) {
  if (thread.deadlines.length === 0) return null
  return (
    <Section title="Thời hạn theo luật">
      <p>Áp dụng cho tin về tội phạm, tính từ ngày nhận tin.</p>
      <FactList facts={deadlineFacts(thread.deadlines, thread.named)} />
    </Section>
  )
}
