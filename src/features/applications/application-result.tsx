import type { Application } from '#contract/applications.ts'
import { dayOf } from '#contract/day.ts'
import { formatInstant } from '#src/lib/dates.ts'
import { paths } from '#src/lib/paths.ts'
import { ButtonLink } from '#src/ui/button.tsx'
import { Notice } from '#src/ui/notice.tsx'
import { Section } from '#src/ui/section.tsx'
import { Timeline } from '#src/ui/timeline.tsx'
import './applications.css'
import { OverdueNotice } from './overdue-notice.tsx'
import { countWords } from './promise-words.ts'
import { StatusCard } from './status-card.tsx'
import { statusWords } from './status-words.ts'
import { timelineOf } from './timeline-items.ts'

interface ApplicationResultProps {
  application: Application
  askedAt: string
}

/** The answer first, in one sentence; then what to do; then how it came about. */
export function ApplicationResult({ application, askedAt }: ApplicationResultProps) {
  const { steps, overdue, guideSlug, status } = application
  const words = statusWords[status]
  const newest = steps[steps.length - 1]
  const missing = status === 'need_more'
  const count = countWords(application, dayOf(new Date()))
  return (
    <div className="stack">
      <StatusCard application={application} count={count} />
      {/* To somebody kept waiting beyond the day, "wait for the day" would be mockery. */}
      {overdue && <OverdueNotice count={count} />}
      {(!overdue || missing) && (
        <Notice tone={words.tone} title="Bạn cần làm gì">
          {missing && <p>{newest?.note}</p>}
          <p>{words.next}</p>
        </Notice>
      )}
      <Section title="Diễn biến">
        <Timeline items={timelineOf(steps)} />
      </Section>
      <p>Kết quả chính thức xem trên VNeID hoặc Cổng Dịch vụ công Quốc gia.</p>
      <p className="application__asked">Tra lúc {formatInstant(askedAt)}.</p>
      {guideSlug && (
        <ButtonLink kind="secondary" icon="guide" fullWidth to={paths.guide(guideSlug)}>
          Xem hướng dẫn thủ tục này
        </ButtonLink>
      )}
    </div>
  )
}
