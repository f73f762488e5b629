import { KeptChecklistsLink } from '#src/features/checklist/kept-checklists-link.tsx'
import { FinderEntry } from '#src/features/finder/finder-entry.tsx'
import { GuideFinder } from '#src/features/guides/guide-finder.tsx'
import { useGuides } from '#src/features/guides/guides.resource.ts'
import { paths } from '#src/lib/paths.ts'
import { SearchBarLink } from '#src/features/search/search-bar-link.tsx'
import { AppPage } from '#src/ui/app-page.tsx'
import { ButtonLink } from '#src/ui/button.tsx'
import { RemoteView } from '#src/ui/remote-view.tsx'

export function GuidesScreen() {
  const { remote, reload } = useGuides()
  return (
    <AppPage title="Thủ tục" action={<SearchBarLink />}>
      <div className="stack">
        <FinderEntry />
        <KeptChecklistsLink />
        <RemoteView remote={remote} onRetry={reload}>
          {({ guides }) => <GuideFinder guides={guides} />}
        </RemoteView>
        <ButtonLink kind="quiet" to={paths.forms()}>
          Mẫu phiếu, tờ khai
        </ButtonLink>
      </div>
    </AppPage>
  )
}
