import { QuickExit } from '#src/features/tips/quick-exit.tsx'
import { TipThread } from '#src/features/tips/tip-thread.tsx'
import { paths } from '#src/lib/paths.ts'
import { AppPage } from '#src/ui/app-page.tsx'

export function TipThreadScreen() {
  return (
    <AppPage title="Xem tin đã gửi" back={paths.tip()} action={<QuickExit />}>
      <TipThread />
    </AppPage>
  )
}
