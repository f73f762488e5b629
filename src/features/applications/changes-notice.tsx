import type { Application } from '#contract/applications.ts'
import { Notice } from '#src/ui/notice.tsx'
import { Timeline } from '#src/ui/timeline.tsx'
import { timelineOf } from './timeline-items.ts'

/** What happened since the person last looked. */
export function ChangesNotice({ application, seenSteps }: { application: Application; seenSteps: number }) {
  const fresh = application.steps.length - seenSteps
  if (fresh <= 0) return null
  return (
    <Notice tone="info" title="Có thay đổi từ lần xem trước" role="status">
      <Timeline items={timelineOf(application.steps).slice(0, fresh)} />
    </Notice>
  )
}
