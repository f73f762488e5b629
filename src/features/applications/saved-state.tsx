import type { Failure } from '#contract/error.ts'
import { formatInstant } from '#src/lib/dates.ts'
import { paths } from '#src/lib/paths.ts'
import { Button, ButtonLink } from '#src/ui/button.tsx'
import { failureWords } from '#src/ui/failure-words.ts'
import { Notice } from '#src/ui/notice.tsx'
import type { Saved } from './saved.store.ts'

interface SavedStateProps {
  entry: Saved
  failure: Failure | undefined
  busy: boolean
  onRefresh: () => void
}

/** How old the shown state is, and what to do about it. Says nothing when it is of now. */
export function SavedState({ entry, failure, busy, onRefresh }: SavedStateProps) {
  const age = `Đây là bản lưu lúc ${formatInstant(entry.refreshedAt)}.`
  if (entry.gone) {
    return (
      <Notice tone="warning" title="Máy này không còn được mở hồ sơ" role="status">
        <p>{age} Quyền xem đã hết hạn hoặc đã bị gỡ. Bạn tra lại để xem bản mới.</p>
        <ButtonLink kind="secondary" to={paths.applications()}>
          Tra lại hồ sơ
        </ButtonLink>
      </Notice>
    )
  }
  if (!failure) return null
  const { title, text } = failureWords(failure)
  return (
    <Notice tone="warning" title={title} role="status">
      <p>
        {age} {text}
      </p>
      <Button kind="secondary" busy={busy} onClick={onRefresh}>
        Tải bản mới
      </Button>
    </Notice>
  )
}
