import type { Failure } from '#contract/error.ts'
import { FailureNotice } from '#src/ui/failure-notice.tsx'
import { waitText } from '#src/ui/failure-words.ts'
import { Notice } from '#src/ui/notice.tsx'
import { AskUnit } from './ask-unit.tsx'
import { needsWholeNumber } from './check-lookup.ts'

/** A wrong code and a wrong factor read alike, as they answer alike: the words must not tell which one was right. */
export function LookupFailure({ failure, onRetry }: { failure: Failure; onRetry: () => void }) {
  if (failure.code === 'not-found') {
    return (
      <Notice tone="warning" title="Chưa tìm thấy hồ sơ" role="alert">
        <p>Mã hồ sơ hoặc số kiểm tra chưa đúng. Bạn xem lại mã trên giấy hẹn và số điện thoại đã khai.</p>
        <AskUnit why="Nếu vẫn chưa được, bạn hỏi nơi đã nhận hồ sơ." />
      </Notice>
    )
  }
  if (needsWholeNumber(failure)) {
    return (
      <Notice tone="warning" title="Cần nhập đủ số điện thoại" role="alert">
        <p>Hệ thống đang nhận nhiều lượt thử sai. Để giữ kín hồ sơ, tạm thời 4 số cuối chưa đủ.</p>
        <AskUnit why="Nếu hồ sơ không khai số điện thoại, bạn hỏi nơi đã nhận hồ sơ." />
      </Notice>
    )
  }
  if (failure.code === 'rate-limited') {
    return (
      <Notice tone="warning" title="Tạm dừng tra hồ sơ này" role="alert">
        <p>
          Mã này hoặc mạng bạn dùng vừa có nhiều lượt thử sai, có thể không phải của bạn. Bạn thử lại sau{' '}
          {waitText(failure.retryAfter)}.
        </p>
        <p>Giấy hẹn có mã vuông thì bạn quét mã, vẫn mở được hồ sơ.</p>
        <AskUnit why="Cần gấp, bạn hỏi nơi đã nhận hồ sơ: cán bộ mở lại được." />
      </Notice>
    )
  }
  return <FailureNotice failure={failure} onRetry={failure.code === 'invalid' ? undefined : onRetry} />
}
