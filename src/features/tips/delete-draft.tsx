import { useState } from 'react'
import { Button } from '#src/ui/button.tsx'
import { Dialog } from '#src/ui/dialog.tsx'
import { announce } from '#src/ui/live.tsx'
import { forgetDraft, useTip } from './tip.store.ts'

export function DeleteDraft() {
  const [asking, setAsking] = useState(false)
  const mayHaveArrived = useTip((state) => state.record.attempts.length > 0)
  const close = () => setAsking(false)
  const remove = () => {
    close()
    void forgetDraft()
    announce('Đã xóa bản nháp.')
  }
  return (
    <>
      <Button kind="quiet" fullWidth onClick={() => setAsking(true)}>
        Xóa bản nháp
      </Button>
      <Dialog open={asking} title="Xóa bản nháp?" onClose={close}>
        <p>
          {mayHaveArrived
            ? 'Tin có thể đã đến nơi. Xóa ở đây không thu hồi được tin, và bạn sẽ không có mã tin báo.'
            : 'Mọi điều bạn đã viết ở đây sẽ mất.'}
        </p>
        <Button kind="secondary" fullWidth onClick={close}>
          Giữ lại
        </Button>
        <Button kind="danger" fullWidth onClick={remove}>
          Xóa
        </Button>
      </Dialog>
    </>
  )
}
