import type { ApplicationStatus } from '#contract/application-status.ts'
import { Notice } from '#src/ui/notice.tsx'
import { statusWords } from './status-words.ts'

interface NextNoticeProps {
  status: ApplicationStatus
  promisedOn: string | null
}

/** A list from another system may bring files without a date. */
const undated = 'Bạn chưa cần làm gì. Hồ sơ chưa có ngày hẹn trả, cần thì bạn hỏi nơi đã nhận hồ sơ.'

export function NextNotice({ status, promisedOn }: NextNoticeProps) {
  const { tone, next, untilDate } = statusWords[status]
  return (
    <Notice tone={tone} title="Bạn cần làm gì">
      <p>{untilDate && promisedOn === null ? undated : next}</p>
    </Notice>
  )
}
