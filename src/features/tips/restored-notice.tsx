import { Notice } from '#src/ui/notice.tsx'
import { DeleteDraft } from './delete-draft.tsx'
import { useTip } from './tip.store.ts'

const words = {
  draft: {
    title: 'Đã khôi phục bản nháp',
    text: 'Đây là tin bạn viết lần trước. Tin này chưa được gửi.',
  },
  leftover: {
    title: 'Phần bạn sửa chưa được gửi',
    text: 'Tin trước đã được nhận. Nếu cần bổ sung, bạn gửi phần này thành tin mới.',
  },
}

export function RestoredNotice() {
  const restored = useTip((state) => state.restored)
  if (!restored) return null
  const { title, text } = words[restored]
  return (
    <Notice tone="info" title={title} role="status">
      <p>{text}</p>
      <DeleteDraft />
    </Notice>
  )
}
