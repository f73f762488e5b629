import { dayOf, formatDayWithWeekday } from '#contract/day.ts'
import type { Guide } from '#contract/guides.ts'
import { paths } from '#src/lib/paths.ts'
import { ButtonLink } from '#src/ui/button.tsx'
import { Notice } from '#src/ui/notice.tsx'
import { ReviewNotice } from '#src/ui/review-notice.tsx'

/** What must be known before anything else on the page is believed. */
export function GuideBanners({ guide }: { guide: Guide }) {
  const { abolished, handledBy } = guide
  const underReview = isUnderReview(guide)
  if (!abolished && !underReview && !handledBy) return null
  return (
    <div className="stack">
      {abolished && (
        <Notice tone="danger" title={`Đã bãi bỏ từ ${formatDayWithWeekday(abolished.on)}`}>
          <p>{abolished.instead}</p>
          {abolished.insteadSlug && (
            <ButtonLink kind="secondary" to={paths.guide(abolished.insteadSlug)}>
              Xem thủ tục thay thế
            </ButtonLink>
          )}
        </Notice>
      )}
      {handledBy && (
        <Notice tone="info" title="Ứng dụng chỉ hướng dẫn thủ tục này">
          <p>Nơi giải quyết: {handledBy}.</p>
        </Notice>
      )}
      {underReview && <ReviewNotice />}
    </div>
  )
}

/** The phone's copy may have outlived the day on which the server would have said so. */
function isUnderReview({ underReview, recheckBy, validUntil }: Guide, today = dayOf(new Date())): boolean {
  return underReview || today > recheckBy || (validUntil !== null && today > validUntil)
}
