import { useNavigate, useParams } from 'react-router-dom'
import { ChangesNotice } from '#src/features/applications/changes-notice.tsx'
import { SavedActions } from '#src/features/applications/saved-actions.tsx'
import { SavedState } from '#src/features/applications/saved-state.tsx'
import { changeSaved, type Saved, useOpenSaved, useSaved } from '#src/features/applications/saved.store.ts'
import { useMarkSeen, useSavedRefresh } from '#src/features/applications/use-saved-refresh.ts'
import { paths } from '#src/lib/paths.ts'
import { AppPage } from '#src/ui/app-page.tsx'
import { ButtonLink } from '#src/ui/button.tsx'
import { EmptyState } from '#src/ui/empty-state.tsx'
import { Skeleton } from '#src/ui/skeleton.tsx'
import { ApplicationView } from './application-view.tsx'

/** An application that this phone keeps: it opens without network, and then says how old it is. */
export function SavedApplicationScreen() {
  const { id } = useParams()
  const opened = useOpenSaved()
  const entry = useSaved(({ entries }) => entries.find((one) => one.id === id))
  return (
    <AppPage title="Hồ sơ đã lưu" back={paths.applications()}>
      {!opened && <Skeleton />}
      {opened && (entry ? <Kept key={entry.id} entry={entry} /> : <NotHere />)}
    </AppPage>
  )
}

function Kept({ entry }: { entry: Saved }) {
  const navigate = useNavigate()
  const { pass, failure, busy, seenBefore, refresh } = useSavedRefresh(entry)
  useMarkSeen(entry)
  return (
    <div className="stack">
      <SavedState entry={entry} failure={failure} busy={busy} onRefresh={refresh} />
      <ApplicationView
        application={entry.application}
        askedAt={entry.refreshedAt}
        pass={pass}
        news={<ChangesNotice application={entry.application} seenSteps={seenBefore} />}
        ticked={entry.ticked}
        onTick={(ticked) => void changeSaved(entry.id, { ticked })}
        actions={
          <SavedActions
            entry={entry}
            pass={pass}
            onRemoved={() => navigate(paths.applications(), { replace: true })}
          />
        }
      />
    </div>
  )
}

function NotHere() {
  return (
    <EmptyState
      title="Hồ sơ này không còn trên máy"
      text="Có thể bạn đã xóa, hoặc đã lưu trên một máy khác."
      action={<ButtonLink to={paths.applications()}>Tra hồ sơ</ButtonLink>}
    />
  )
}
