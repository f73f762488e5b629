import { Button } from '#src/ui/button.tsx'
import { Dialog } from '#src/ui/dialog.tsx'
import { useReceiptGuard } from './use-receipt-guard.ts'

export function LeaveReceiptDialog() {
  const { leaving, stay, leave } = useReceiptGuard()
  return (
    <Dialog open={leaving} title="Bạn chưa lưu mã tin báo" onClose={stay}>
      <p>Không có mã, bạn không xem được trả lời. Chúng tôi không cấp lại được mã.</p>
      <p>Nếu rời đi, mã vẫn hiện ở trang Báo tin trên máy này.</p>
      <Button fullWidth onClick={stay}>
        Ở lại lưu mã
      </Button>
      <Button kind="secondary" fullWidth onClick={leave}>
        Rời trang này
      </Button>
    </Dialog>
  )
}
