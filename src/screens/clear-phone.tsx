import { useState } from 'react'
import { removeAllSaved } from '#src/features/applications/saved.store.ts'
import { startLookupAgain } from '#src/features/applications/lookup.store.ts'
import { forgetTip } from '#src/features/tips/tip.store.ts'
import { clearPhone } from '#src/lib/clear-phone.ts'
import { Button } from '#src/ui/button.tsx'
import { Dialog } from '#src/ui/dialog.tsx'
import { announce } from '#src/ui/live.tsx'
import { Notice } from '#src/ui/notice.tsx'

const done = 'Đã xóa dữ liệu của ứng dụng trên máy này.'

export function ClearPhone() {
  const [asking, setAsking] = useState(false)
  const [cleared, setCleared] = useState(false)
  const clear = async () => {
    // What is being written lives in memory too, and would be stored again at the next keystroke.
    await forgetTip()
    startLookupAgain()
    await removeAllSaved()
    await clearPhone()
    setAsking(false)
    setCleared(true)
    announce(done)
  }
  return (
    <div className="stack">
      <p>
        Máy giữ bản lưu các trang đã xem, câu trả lời và danh sách của bạn. Máy cũng giữ nội dung đang viết dở
        và cài đặt. Dữ liệu này giúp mở nhanh hơn.
      </p>
      <Button kind="secondary" fullWidth onClick={() => setAsking(true)}>
        Xóa dữ liệu trên máy này
      </Button>
      {cleared && <Notice tone="success" title={done} />}
      <Dialog open={asking} title="Xóa dữ liệu trên máy này?" onClose={() => setAsking(false)}>
        <p>
          Danh sách đã giữ, hồ sơ đã lưu, nội dung đang viết dở và mã tin báo trên máy cũng bị xóa. Bạn ghi
          lại mã trước khi xóa.
        </p>
        <p>Tin báo và hồ sơ đã gửi không bị ảnh hưởng.</p>
        <Button kind="danger" fullWidth onClick={() => void clear()}>
          Xóa
        </Button>
        <Button kind="secondary" fullWidth onClick={() => setAsking(false)}>
          Không xóa
        </Button>
      </Dialog>
    </div>
  )
}
