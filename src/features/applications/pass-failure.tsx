import { Notice } from '#src/ui/notice.tsx'

/** The page has been open for long: what it may do is asked anew. */
export function PassFailure() {
  return (
    <Notice tone="warning" title="Trang đã mở lâu" role="alert">
      <p>Bạn tra lại hồ sơ rồi thử lần nữa.</p>
    </Notice>
  )
}
