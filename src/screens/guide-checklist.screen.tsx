import { useLocation, useParams } from 'react-router-dom'
import { outcomeOf, type Outcome } from '#contract/finder-engine.ts'
import { checklistOf } from '#src/features/checklist/checklist.ts'
import { ChecklistView } from '#src/features/checklist/checklist-view.tsx'
import { useOpenChecklists } from '#src/features/checklist/checklists.store.ts'
import { FinderEntry } from '#src/features/finder/finder-entry.tsx'
import { useFinderTree } from '#src/features/finder/finder.resource.ts'
import { GuideBanners } from '#src/features/guides/guide-banners.tsx'
import { useGuide } from '#src/features/guides/guides.resource.ts'
import { paths } from '#src/lib/paths.ts'
import { useRememberedId } from '#src/lib/remembered-station.ts'
import type { Remote } from '#src/lib/remote.ts'
import { useUnit } from '#src/lib/unit.ts'
import { AnswerList } from '#src/ui/answer-list.tsx'
import { AppPage } from '#src/ui/app-page.tsx'
import { RemoteView } from '#src/ui/remote-view.tsx'
import { Section } from '#src/ui/section.tsx'

/** A guide's own list, or, when the address brings chosen options in its fragment, the list they lead to. */
export function GuideChecklistScreen() {
  const { slug = '' } = useParams()
  const options = useLocation().hash.slice(1).split('.').filter(Boolean)
  return (
    <AppPage title="Danh sách chuẩn bị" back={paths.guide(slug)}>
      {options.length > 0 ? (
        <SharedChecklist slug={slug} options={options} />
      ) : (
        <GuideChecklist slug={slug} />
      )}
    </AppPage>
  )
}

interface GuideChecklistProps {
  slug: string
  outcome?: Outcome | undefined
}

function GuideChecklist({ slug, outcome }: GuideChecklistProps) {
  const { remote, reload } = useGuide(slug)
  const unit = useUnit().remote
  const ready = useOpenChecklists()
  const ownStation = useRememberedId()
  const known = unit.kind === 'ready' ? unit.data : undefined
  return (
    <RemoteView remote={ready ? remote : { kind: 'loading' }} onRetry={reload}>
      {(guide) => {
        if (guide.abolished) return <GuideBanners guide={guide} />
        const checklist = checklistOf(guide, known, outcome, ownStation)
        return (
          <ChecklistView checklist={checklist} unit={known}>
            {checklist.answers.length > 0 ? (
              <Section title="Danh sách này dành cho trường hợp">
                <AnswerList answers={checklist.answers} />
              </Section>
            ) : (
              <FinderEntry />
            )}
          </ChecklistView>
        )
      }}
    </RemoteView>
  )
}

/** Options that no longer lead to this guide: its general list is still right. */
function SharedChecklist({ slug, options }: { slug: string; options: readonly string[] }) {
  const { remote } = useFinderTree()
  const found = remote.kind === 'ready' ? outcomeOf(remote.data, options) : undefined
  const waiting: Remote<Outcome | undefined> =
    remote.kind === 'loading'
      ? remote
      : { kind: 'ready', data: found?.outcome.guide === slug ? found : undefined }
  return (
    <RemoteView remote={waiting}>{(outcome) => <GuideChecklist slug={slug} outcome={outcome} />}</RemoteView>
  )
}
