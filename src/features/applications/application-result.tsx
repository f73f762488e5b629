import type { ReactNode } from 'react'
import type { Application } from '#contract/applications.ts'
import { dayOf } from '#contract/day.ts'
import { formatInstant } from '#src/lib/dates.ts'
import { paths } from '#src/lib/paths.ts'
import { ButtonLink } from '#src/ui/button.tsx'
import { Section } from '#src/ui/section.tsx'
import { Timeline } from '#src/ui/timeline.tsx'
import './applications.css'
import { CounterFacts } from './counter-facts.tsx'
import { MissingList } from './missing-list.tsx'
import { missingPapers } from './missing-papers.ts'
import { NextNotice } from './next-notice.tsx'
import { OfficialChannels } from './official-channels.tsx'
import { OverdueNotice } from './overdue-notice.tsx'
import { countWords } from './promise-words.ts'
import { StatusCard } from './status-card.tsx'
import { statusWords } from './status-words.ts'
import { timelineOf } from './timeline-items.ts'
import { useCalendar } from './use-calendar.ts'

export interface ApplicationResultProps {
  application: Application
  askedAt: string
  /** The group of its guide, which tells the counter. */
  group?: string | undefined
  /** Absent when the server could not be asked: then there is nothing to ask it for. */
  pass?: string | undefined
  ticked?: readonly string[] | undefined
  onTick?: ((ticked: string[]) => void) | undefined
  /** What is new, above the history. */
  news?: ReactNode
  /** Ways to keep it and to take it along. */
  actions: ReactNode
}

/** The answer first, in one sentence; then what to do and where; then how it came about. */
export function ApplicationResult({ application, askedAt, ...props }: ApplicationResultProps) {
  const { steps, overdue, guideSlug, status } = application
  const count = countWords(application, dayOf(new Date()), useCalendar())
  const missing = status === 'need_more' ? missingPapers(steps[steps.length - 1]?.note ?? null) : []
  return (
    <div className="stack">
      {props.news}
      <StatusCard application={application} count={count} />
      {/* To somebody kept waiting beyond the day, "wait for the day" would be mockery. */}
      {overdue && <OverdueNotice application={application} count={count} pass={props.pass} />}
      {(!overdue || status === 'need_more') && (
        <NextNotice status={status} promisedOn={application.promisedOn} />
      )}
      <MissingList papers={missing} ticked={props.ticked} onTick={props.onTick} />
      {statusWords[status].visit && <CounterFacts place={application.pickUpPlace} group={props.group} />}
      <Section title="Diễn biến">
        <Timeline items={timelineOf(steps)} />
      </Section>
      <Section title="Giữ và chia sẻ">{props.actions}</Section>
      <OfficialChannels />
      {guideSlug && (
        <ButtonLink kind="secondary" icon="guide" fullWidth to={paths.guide(guideSlug)}>
          Xem hướng dẫn thủ tục này
        </ButtonLink>
      )}
      <p className="application__note">Tra lúc {formatInstant(askedAt)}.</p>
    </div>
  )
}
