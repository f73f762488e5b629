import { useMemo } from 'react'
import { useParams } from 'react-router-dom'
import type { Guide } from '#contract/guides.ts'
import { outcomeOf } from '#contract/finder-engine.ts'
import { checklistOf, type Checklist } from '#src/features/checklist/checklist.ts'
import { ChecklistView } from '#src/features/checklist/checklist-view.tsx'
import { useChecklists, useOpenChecklists, type Entry } from '#src/features/checklist/checklists.store.ts'
import { useLatest } from '#src/features/checklist/use-latest.ts'
import { AbolishedGuide } from '#src/features/guides/abolished-guide.tsx'
import { useFinderTree } from '#src/features/finder/finder.resource.ts'
import { useGuide } from '#src/features/guides/guides.resource.ts'
import { updatedWords } from '#src/lib/age.ts'
import { paths } from '#src/lib/paths.ts'
import { useRememberedId } from '#src/lib/remembered-station.ts'
import type { Remote } from '#src/lib/remote.ts'
import { useUnit } from '#src/lib/unit.ts'
import { AnswerList } from '#src/ui/answer-list.tsx'
import { AppPage } from '#src/ui/app-page.tsx'
import { ButtonLink } from '#src/ui/button.tsx'
import { EmptyState } from '#src/ui/empty-state.tsx'
import { Notice } from '#src/ui/notice.tsx'
import { Section } from '#src/ui/section.tsx'
import { Skeleton } from '#src/ui/skeleton.tsx'

/** A list that this phone keeps: it opens without network. */
export function ChecklistScreen() {
  const { id } = useParams()
  const opened = useOpenChecklists()
  const entry = useChecklists(({ entries }) => entries.find((one) => one.id === id))
  return (
    <AppPage title="Danh sách chuẩn bị" back={paths.checklists()}>
      {!opened && <Skeleton />}
      {opened && (entry ? <KeptChecklist entry={entry} /> : <NotHere />)}
    </AppPage>
  )
}

function KeptChecklist({ entry }: { entry: Entry }) {
  const unit = dataOf(useUnit().remote)
  const { fresh, gone, unchecked, since = entry.writtenAt ?? entry.changedAt } = useFresh(entry.checklist)
  const checklist = useLatest(entry, fresh)
  return (
    <div className="stack">
      {unchecked && (
        <Notice tone="warning" role="status">
          <p>Bản giữ trên máy, {updatedWords(since)}.</p>
          <p>Chưa có mạng để kiểm tra lại. Nội dung có thể đã thay đổi.</p>
        </Notice>
      )}
      {gone ? (
        <AbolishedGuide guide={gone} takesFocus={false} />
      ) : (
        <ChecklistView checklist={checklist} unit={unit}>
          {checklist.answers.length > 0 && (
            <Section title="Danh sách này dành cho trường hợp">
              <AnswerList answers={checklist.answers} />
            </Section>
          )}
        </ChecklistView>
      )}
    </div>
  )
}

interface Fresh {
  fresh: Checklist | undefined
  /** The procedure has been abolished meanwhile: nobody should follow the list any more. */
  gone: Guide | undefined
  /** Nobody could be asked whether this still holds. */
  unchecked: boolean
  /** When the guide behind it left the server, where that is known. */
  since?: string | undefined
}

/** The same list made anew from what the server says now. */
function useFresh({ slug, options }: Checklist): Fresh {
  const guide = useGuide(slug).remote
  const tree = dataOf(useFinderTree().remote)
  const unit = dataOf(useUnit().remote)
  const current = dataOf(guide)
  const ownStation = useRememberedId()
  const fresh = useMemo(() => {
    const outcome = tree && options.length > 0 ? outcomeOf(tree, options) : undefined
    const found = options.length === 0 || outcome?.outcome.guide === slug
    return current && !current.abolished && unit && found
      ? checklistOf(current, unit, outcome, ownStation)
      : undefined
  }, [current, unit, tree, slug, options, ownStation])
  const since = guide.kind === 'ready' ? guide.staleSince : undefined
  const gone = current?.abolished ? current : undefined
  return { fresh, gone, unchecked: guide.kind === 'failed' || since !== undefined, since }
}

function dataOf<T>(remote: Remote<T>): T | undefined {
  return remote.kind === 'ready' ? remote.data : undefined
}

function NotHere() {
  return (
    <EmptyState
      title="Danh sách này không còn trên máy"
      text="Có thể bạn đã xóa, hoặc đã giữ trên một máy khác."
      action={<ButtonLink to={paths.checklists()}>Xem các danh sách</ButtonLink>}
    />
  )
}
