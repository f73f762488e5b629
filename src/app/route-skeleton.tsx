import { AppPage } from '#src/ui/app-page.tsx'
import { Skeleton } from '#src/ui/skeleton.tsx'

/** While a screen's own code is on its way. */
export function RouteSkeleton() {
  return (
    <AppPage title="Đang mở trang">
      <Skeleton />
    </AppPage>
  )
}
