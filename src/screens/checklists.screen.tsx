import { useOpenChecklists } from '#src/features/checklist/checklists.store.ts'
import { KeptChecklists } from '#src/features/checklist/kept-checklists.tsx'
import { paths } from '#src/lib/paths.ts'
import { AppPage } from '#src/ui/app-page.tsx'
import { Skeleton } from '#src/ui/skeleton.tsx'

export function ChecklistsScreen() {
  const opened = useOpenChecklists()
  return (
    <AppPage title="Danh sách đã giữ" back={paths.guides()}>
      {opened ? <KeptChecklists /> : <Skeleton />}
    </AppPage>
  )
}
