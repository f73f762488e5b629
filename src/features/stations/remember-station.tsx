import { forgetStation, rememberStation, useRememberedId } from '#src/lib/remembered-station.ts'
import { Button } from '#src/ui/button.tsx'
import { Notice } from '#src/ui/notice.tsx'

/** Says that the phone remembers this station, what for, and how to make it forget. */
export function RememberStation({ id }: { id: string }) {
  if (useRememberedId() !== id) {
    return (
      <Button kind="secondary" icon="check" fullWidth onClick={() => rememberStation(id)}>
        Chọn làm điểm của tôi
      </Button>
    )
  }
  return (
    <Notice tone="success" title="Đây là điểm bạn đã chọn" role="status">
      <p>Thủ tục và danh sách chuẩn bị sẽ chỉ đến điểm này. Chỉ máy này nhớ.</p>
      <Button kind="quiet" onClick={forgetStation}>
        Bỏ chọn
      </Button>
    </Notice>
  )
}
