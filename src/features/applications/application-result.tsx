import { useEffect, useRef } from 'react'
import type { Application } from '#contract/applications.ts'
import { dayOf } from '#contract/day.ts'
import { formatInstant } from '#src/lib/dates.ts'
import { paths } from '#src/lib/paths.ts'
import { ButtonLink } from '#src/ui/button.tsx'
import { Card } from '#src/ui/card.tsx'
import { DemoMark } from '#src/ui/demo-mark.tsx'
import { Notice } from '#src/ui/notice.tsx'
import { Section } from '#src/ui/section.tsx'
import { Timeline } from '#src/ui/timeline.tsx'
import { ApplicationDates } from './application-dates.tsx'
import './applications.css'
import { OverdueNotice } from './overdue-notice.tsx'
import { countWords } from './promise-words.ts'
import { statusWords } from './status-words.ts'
import { timelineOf } from './timeline-items.ts'

interface ApplicationResultProps {
  application: Application
  askedAt: string
}

/** The answer first, in one sentence; then what to do; then how it came about. */
export function ApplicationResult({ application, askedAt }: ApplicationResultProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  // The form that had the focus is gone.
  useEffect(() => heading.current?.focus(), [])
  const words = statusWords[application.status]
  const count = countWords(application, dayOf(new Date()))
  return (
    <div className="stack">
      <Card>
        <div className="application">
          {application.demo && <DemoMark />}
          <p className="application__of">
            {application.procedure}, mã hồ sơ kết thúc bằng {application.maskedCode.replace(/\*/g, '')}
          </p>
          <h2 ref={heading} tabIndex={-1} className={`application__status application__status--${words.tone}`}>
            {words.label}
          </h2>
          <p>{words.meaning}</p>
          <ApplicationDates application={application} count={count} />
        </div>
      </Card>
      {application.overdue && <OverdueNotice count={count} />}
      <Notice tone={words.tone} title="Bạn cần làm gì">
        <p>{words.next}</p>
      </Notice>
      <Section title="Diễn biến">
        <Timeline items={timelineOf(application.steps)} />
      </Section>
      <p>Kết quả chính thức xem trên VNeID hoặc Cổng Dịch vụ công Quốc gia.</p>
      <p className="application__asked">Tra lúc {formatInstant(askedAt)}.</p>
      {application.guideSlug && (
        <ButtonLink kind="secondary" icon="guide" fullWidth to={paths.guide(application.guideSlug)}>
          Xem hướng dẫn thủ tục này
        </ButtonLink>
      )}
    </div>
  )
}
