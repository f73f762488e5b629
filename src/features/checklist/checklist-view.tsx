import type { ReactNode } from 'react'
import { dayOf, formatDayWithWeekday } from '#contract/day.ts'
import type { Unit } from '#contract/unit.ts'
import { paths } from '#src/lib/paths.ts'
import { ButtonLink } from '#src/ui/button.tsx'
import { Notice } from '#src/ui/notice.tsx'
import { Section } from '#src/ui/section.tsx'
import { useTakenFocus } from '#src/ui/use-taken-focus.ts'
import { ChecklistActions } from './checklist-actions.tsx'
import { ChecklistBrief } from './checklist-brief.tsx'
import { ChecklistFees } from './checklist-fees.tsx'
import { ChecklistWhere } from './checklist-where.tsx'
import './checklist.css'
import type { Checklist } from './checklist.ts'
import { useEntryFor } from './checklists.store.ts'
import { TickList } from './tick-list.tsx'
import { VisitPlanner } from './visit-planner.tsx'

interface ChecklistViewProps {
  checklist: Checklist
  /** Absent while the unit has not been loaded: then no day can be counted. */
  unit: Unit | undefined
  takesFocus?: boolean
  /** More about this procedure, above the ways to keep the list. */
  children?: ReactNode
}

/** One page that can be ticked, kept, passed on and printed. */
export function ChecklistView({ checklist, unit, takesFocus = false, children }: ChecklistViewProps) {
  const visitOn = useEntryFor(checklist)?.visitOn ?? null
  return (
    <article className="checklist">
      <div className="stack">
        <ChecklistHead checklist={checklist} unitName={unit?.name} takesFocus={takesFocus} />
        <ChecklistBrief checklist={checklist} calendar={unit?.calendar} visitOn={visitOn} />
      </div>
      <TickList checklist={checklist} />
      <ChecklistWhere checklist={checklist} calendar={unit?.calendar} />
      <ChecklistFees checklist={checklist} />
      <Notes notes={checklist.notes} />
      {unit && (
        <div className="screen-only">
          <VisitPlanner
            key={`${checklist.slug} ${checklist.options.join('.')}`}
            checklist={checklist}
            calendar={unit.calendar}
          />
        </div>
      )}
      <div className="screen-only">{children}</div>
      <ChecklistActions checklist={checklist} unit={unit} />
      <p className="checklist__note print-only">
        In {formatDayWithWeekday(dayOf(new Date()))}. Nội dung được kiểm tra{' '}
        {formatDayWithWeekday(checklist.checkedOn)}.
      </p>
    </article>
  )
}

function isUnderReview({ recheckBy, validUntil }: Checklist, today = dayOf(new Date())): boolean {
  return today > recheckBy || (typeof validUntil === 'string' && today > validUntil)
}

interface ChecklistHeadProps {
  checklist: Checklist
  unitName: string | undefined
  takesFocus: boolean
}

function ChecklistHead({ checklist, unitName, takesFocus }: ChecklistHeadProps) {
  const { slug, title, doFirst } = checklist
  const heading = useTakenFocus(takesFocus ? slug : undefined)
  return (
    <>
      <div>
        {unitName && <p className="checklist__note print-only">{unitName}</p>}
        <p className="checklist__note screen-only">Việc bạn cần làm</p>
        <h2 ref={heading} tabIndex={-1} className="checklist__title">
          {title}
        </h2>
      </div>
      {isUnderReview(checklist) && (
        <Notice tone="warning" title="Nội dung đang được rà soát, vui lòng hỏi trực ban trước khi đi." />
      )}
      {doFirst && (
        <Notice tone="info" title={`Làm trước: ${doFirst.title}`}>
          <div className="screen-only">
            <ButtonLink kind="quiet" to={paths.guide(doFirst.slug)}>
              Xem việc làm trước
            </ButtonLink>
          </div>
        </Notice>
      )}
      <div className="screen-only">
        <ButtonLink kind="secondary" icon="guide" fullWidth to={paths.guide(slug)}>
          Xem các bước và căn cứ
        </ButtonLink>
      </div>
    </>
  )
}

function Notes({ notes }: { notes: readonly string[] }) {
  if (notes.length === 0) return null
  return (
    <Section title="Lưu ý">
      <ul className="checklist__lines">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </Section>
  )
}
