import { Notice } from '#src/ui/notice.tsx'
import { AskUnit } from './ask-unit.tsx'

/** A unit that is late says sorry first. */
export function OverdueNotice({ count }: { count: string }) {
  return (
    <Notice tone="danger" title={`Hồ sơ ${count}. Chúng tôi xin lỗi bạn.`}>
      <AskUnit why="Bạn có quyền được biết lý do và được hẹn lại ngày." />
    </Notice>
  )
}
