import { useState } from 'react'
import { useUnit } from '#src/lib/unit.ts'
import { Button } from '#src/ui/button.tsx'
import { copyReceipt, keepOnPhone, saveReceiptPicture } from './save-receipt.ts'
import type { PendingReceipt } from './tip-record.ts'
import { confirmReceipt } from './tip.store.ts'
import './tips.css'

/** Ways to take the code along, and the word that it has been taken. */
export function KeepReceipt({ receipt }: { receipt: PendingReceipt }) {
  const { remote } = useUnit()
  const [words, setWords] = useState('')
  const unitName = remote.kind === 'ready' ? remote.data.name : ''
  const tell = async (outcome: Promise<string>) => {
    setWords('')
    setWords(await outcome)
  }
  return (
    <>
      <Button icon="copy" fullWidth onClick={() => void tell(copyReceipt(receipt.code))}>
        Sao chép mã
      </Button>
      <Button
        kind="secondary"
        icon="download"
        fullWidth
        onClick={() => void tell(saveReceiptPicture(unitName, receipt))}
      >
        Lưu thành ảnh
      </Button>
      <Button kind="secondary" icon="file" fullWidth onClick={() => void tell(keepOnPhone(receipt.code))}>
        Giữ mã trong ứng dụng này
      </Button>
      <p role="status">{words}</p>
      <Button kind="secondary" icon="check" fullWidth onClick={() => void confirmReceipt()}>
        Tôi đã lưu mã
      </Button>
      <p className="tip-small">
        Bấm xong, mã và tin không còn ở trang này. Nếu chưa bấm, bạn vào lại vẫn thấy mã.
      </p>
    </>
  )
}
