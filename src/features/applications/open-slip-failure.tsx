import type { Failure } from '#contract/error.ts'
import { paths } from '#src/lib/paths.ts'
import { ButtonLink } from '#src/ui/button.tsx'
import { FailureNotice } from '#src/ui/failure-notice.tsx'
import { Notice } from '#src/ui/notice.tsx'

/** An expired QR, one that was taken back and one that never was read alike. */
export function OpenSlipFailure({ failure, onRetry }: { failure: Failure; onRetry: () => void }) {
  if (failure.code !== 'not-found') {
    const again = failure.code === 'rate-limited' ? undefined : onRetry
    return <FailureNotice failure={failure} onRetry={again} />
  }
  return (
    <Notice tone="warning" title="Mã này không mở được hồ sơ" role="alert">
      <p>Mã đã hết hạn, đã bị thay hoặc chưa đúng. Bạn xin mã mới, hoặc tra bằng mã hồ sơ.</p>
      <ButtonLink kind="secondary" to={paths.applications()}>
        Tra bằng mã hồ sơ
      </ButtonLink>
    </Notice>
  )
}
