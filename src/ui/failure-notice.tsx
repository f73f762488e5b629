import type { Failure } from '#contract/error.ts'
import { Button } from './button.tsx'
import { failureWords } from './failure-words.ts'
import { Notice } from './notice.tsx'

interface FailureNoticeProps {
  failure: Failure
  onRetry?: (() => void) | undefined
}

/** Says in words what went wrong and what to do next. */
export function FailureNotice({ failure, onRetry }: FailureNoticeProps) {
  const { title, text } = failureWords(failure)
  return (
    <Notice tone={failure.code === 'offline' ? 'warning' : 'danger'} title={title} role="alert">
      <p>{text}</p>
      {onRetry && (
        <Button kind="secondary" onClick={onRetry}>
          Thử lại
        </Button>
      )}
    </Notice>
  )
}
