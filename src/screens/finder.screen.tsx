import type { Outcome } from '#contract/finder-engine.ts'
import { checklistOf } from '#src/features/checklist/checklist.ts'
import { ChecklistView } from '#src/features/checklist/checklist-view.tsx'
import { useOpenChecklists } from '#src/features/checklist/checklists.store.ts'
import { useFinderTree } from '#src/features/finder/finder.resource.ts'
import { useOpenFinder } from '#src/features/finder/finder.store.ts'
import { FinderView } from '#src/features/finder/finder-view.tsx'
import { AbolishedGuide } from '#src/features/guides/abolished-guide.tsx'
import { useGuide } from '#src/features/guides/guides.resource.ts'
import { RenewalYears } from '#src/features/guides/renewal-years.tsx'
import { paths } from '#src/lib/paths.ts'
import { useRememberedId } from '#src/lib/remembered-station.ts'
import { useUnit } from '#src/lib/unit.ts'
import { AppPage } from '#src/ui/app-page.tsx'
import { RemoteView } from '#src/ui/remote-view.tsx'

/** Two to five questions, and at their end what this person needs. */
export function FinderScreen() {
  const { remote, reload } = useFinderTree()
  const opened = useOpenFinder()
  return (
    <AppPage title="Hỏi để biết" back={paths.guides()}>
      <RemoteView remote={opened ? remote : { kind: 'loading' }} onRetry={reload}>
        {(tree) => (
          <FinderView tree={tree}>
            {(outcome, takesFocus) => <FinderOutcome outcome={outcome} takesFocus={takesFocus} />}
          </FinderView>
        )}
      </RemoteView>
    </AppPage>
  )
}

/** Only the guide is fetched, by its name: the answers meet it on the phone. */
function FinderOutcome({ outcome, takesFocus }: { outcome: Outcome; takesFocus: boolean }) {
  const { remote, reload } = useGuide(outcome.outcome.guide)
  const unit = useUnit().remote
  const ready = useOpenChecklists()
  const ownStation = useRememberedId()
  const known = unit.kind === 'ready' ? unit.data : undefined
  return (
    <RemoteView remote={ready ? remote : { kind: 'loading' }} onRetry={reload}>
      {(guide) =>
        guide.abolished ? (
          <AbolishedGuide guide={guide} takesFocus={takesFocus} />
        ) : (
          <ChecklistView
            checklist={checklistOf(guide, known, outcome, ownStation)}
            unit={known}
            takesFocus={takesFocus}
          >
            <RenewalYears years={guide.renewalBirthYears} />
          </ChecklistView>
        )
      }
    </RemoteView>
  )
}
