import type { ApplicationStatus } from '#contract/application-status.ts'
import { Notice } from '#src/ui/notice.tsx'
import { statusWords } from './status-words.ts'

export function NextNotice({ status }: { status: ApplicationStatus }) {
  const { tone, next } = statusWords[status]
  return (
    <Notice tone={tone} title="Bạn cần làm gì">
      <p>{next}</p>
    </Notice>
  )
}
