import type { Application } from '#contract/applications.ts'
import { Notice } from '#src/ui/notice.tsx'
import { AskUnit } from './ask-unit.tsx'
import { AskWhyLate } from './ask-why-late.tsx'

interface OverdueNoticeProps {
  application: Application
  count: string
  pass: string | undefined
}

/** A unit that is late says sorry first, then why; where it has not said why, it is asked in one tap. */
export function OverdueNotice({ application, count, pass }: OverdueNoticeProps) {
  const { lateReason, lateQuestion } = application
  return (
    <Notice tone="danger" title={`Hồ sơ ${count}. Chúng tôi xin lỗi bạn.`}>
      {lateReason !== null ? (
        <>
          <p>Lý do: {lateReason}</p>
          <AskUnit why="Bạn có quyền được hẹn lại ngày." />
        </>
      ) : (
        <>
          <AskWhyLate known={lateQuestion} pass={pass} />
          <AskUnit why="Bạn có quyền được biết lý do và được hẹn lại ngày." />
        </>
      )}
    </Notice>
  )
}
