import { Button } from '#src/ui/button.tsx'
import { FailureNotice } from '#src/ui/failure-notice.tsx'
import { DeleteDraft } from './delete-draft.tsx'
import { findReceipt, startAsNew } from './send-tip.ts'
import { useTip } from './tip.store.ts'
import { ViewHeading } from './view-heading.tsx'

/** An earlier body of this tip has arrived: its receipt can be fetched, and what was changed can become a second tip. */
export function TipConflict() {
  const sending = useTip((state) => state.sending)
  const hasEarlier = useTip((state) => state.record.attempts.length > 1)
  const findable = hasEarlier && sending.kind !== 'not-found'
  const busy = sending.kind === 'searching'
  return (
    <div className="stack">
      <ViewHeading>Tin này đã được nhận trước đó</ViewHeading>
      {sending.kind === 'search-failed' && <FailureNotice failure={sending.error} />}
      {findable ? (
        <>
          <p>Bản trước khi bạn sửa đã đến nơi. Mỗi lần báo tin chỉ giữ một bản.</p>
          <p>Phần bạn vừa sửa chưa được gửi và vẫn còn ở đây.</p>
          <Button fullWidth busy={busy} onClick={() => void findReceipt()}>
            {busy ? 'Đang tìm mã…' : 'Xem mã tin đã gửi'}
          </Button>
        </>
      ) : (
        <p role="status">Máy này không còn bản đã gửi, nên không xem lại được mã của tin đó.</p>
      )}
      {!busy && (
        <>
          {findable && <p>Nếu gửi ngay thành tin mới, bạn sẽ không xem được mã của tin trước.</p>}
          <Button kind={findable ? 'secondary' : 'primary'} fullWidth onClick={() => void startAsNew()}>
            Dùng nội dung này cho tin mới
          </Button>
          <DeleteDraft />
        </>
      )}
    </div>
  )
}
