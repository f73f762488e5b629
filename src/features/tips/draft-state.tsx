import { Notice } from '#src/ui/notice.tsx'
import { useTip } from './tip.store.ts'

/** Says where the words are: on the phone, or only in this visit. */
export function DraftState() {
  const kept = useTip((state) => state.kept)
  if (kept === 'device') return <p className="tip-small">Bản nháp được lưu trên máy này.</p>
  if (kept !== 'session' && kept !== 'refused') return null
  const title =
    kept === 'session' ? 'Máy không cho lưu bản nháp' : 'Bộ nhớ máy đã đầy, chưa lưu được bản nháp'
  return (
    <Notice tone="warning" title={title} role="status">
      <p>Bạn đừng đóng ứng dụng trước khi gửi xong.</p>
    </Notice>
  )
}
