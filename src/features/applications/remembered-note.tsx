import { Button } from '#src/ui/button.tsx'

/** A phone may be shared: what it remembers is said, and can be undone. */
export function RememberedNote({ onForget }: { onForget: () => void }) {
  return (
    <div>
      <p>Máy này nhớ mã bạn tra lần trước. Số kiểm tra không được lưu.</p>
      <Button kind="quiet" onClick={onForget}>
        Xóa mã đã nhớ
      </Button>
    </div>
  )
}
