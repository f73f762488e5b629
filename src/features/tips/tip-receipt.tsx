import { formatInstant } from '#src/lib/dates.ts'
import { Notice } from '#src/ui/notice.tsx'
import { KeepReceipt } from './keep-receipt.tsx'
import { LeaveReceiptDialog } from './leave-receipt-dialog.tsx'
import { openPart, ReceiptCode } from './receipt-code.tsx'
import { ReceiptQr } from './receipt-qr.tsx'
import { SentFilesLater } from './tip-files-later.tsx'
import type { PendingReceipt } from './tip-record.ts'
import { ViewHeading } from './view-heading.tsx'
import { WhatHappensNext } from './what-happens-next.tsx'

/**
 * Leaving cannot be forbidden: there are tabs, a back gesture and a phone that runs out of power. So the receipt stays
 * stored and is shown again at every return, until the person says that it is kept.
 */
export function TipReceipt({ receipt }: { receipt: PendingReceipt }) {
  return (
    <div className="stack">
      <ViewHeading>Đã nhận tin của bạn</ViewHeading>
      <p>Nhận lúc {formatInstant(receipt.receivedAt)}.</p>
      <ReceiptCode code={receipt.code} />
      <Notice tone="warning" title="Bạn lưu mã này ngay">
        <p>Mã chỉ hiện ở đây. Chúng tôi không cấp lại được.</p>
        <p>“Thoát nhanh” xóa luôn mã khỏi trang này.</p>
      </Notice>
      <KeepReceipt receipt={receipt} />
      <SentFilesLater title="Ảnh và tệp gửi kèm" />
      <p>Mã này xác nhận ứng dụng đã nhận tin, không thay giấy biên nhận của cơ quan công an.</p>
      <p>
        Khi hỏi về tin này, bạn chỉ đọc phần đầu: <strong translate="no">{openPart(receipt.code)}</strong>.
        Phần còn lại là bí mật, bạn không đưa cho ai.
      </p>
      <ReceiptQr code={receipt.code} />
      <WhatHappensNext named={receipt.named} aboutOfficer={receipt.aboutOfficer} />
      <LeaveReceiptDialog />
    </div>
  )
}
