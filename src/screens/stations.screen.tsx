import type { Unit } from '#contract/unit.ts'
import { StationCard } from '#src/features/stations/station-card.tsx'
import { paths } from '#src/lib/paths.ts'
import { useRememberedId } from '#src/lib/remembered-station.ts'
import { useUnit } from '#src/lib/unit.ts'
import { AppPage } from '#src/ui/app-page.tsx'
import { LinkCard } from '#src/ui/card.tsx'
import { EmptyState } from '#src/ui/empty-state.tsx'
import { HotlineList } from '#src/ui/hotline-list.tsx'
import { RemoteView } from '#src/ui/remote-view.tsx'
import { Section } from '#src/ui/section.tsx'

export function StationsScreen() {
  const { remote, reload } = useUnit()
  return (
    <AppPage title="Điểm tiếp dân" back={paths.home()}>
      <div className="stack">
        <RemoteView remote={remote} onRetry={reload}>
          {(unit) => (
            <>
              <Stations unit={unit} />
              <LinkCard
                to={paths.myStation()}
                icon="search"
                title="Điểm nào phục vụ tôi"
                text="Chọn phường, xã nơi bạn ở, theo tên cũ hay tên mới"
              />
              <Section title="Số điện thoại cần biết">
                <HotlineList hotlines={unit.hotlines} />
              </Section>
            </>
          )}
        </RemoteView>
      </div>
    </AppPage>
  )
}

function Stations({ unit: { stations, calendar } }: { unit: Unit }) {
  const own = useRememberedId()
  if (stations.length === 0) {
    return (
      <EmptyState title="Chưa có điểm tiếp dân" text="Đơn vị chưa công bố. Bạn gọi các số dưới đây để hỏi." />
    )
  }
  return (
    <div className="stack">
      {stations.map((station) => (
        <StationCard key={station.id} station={station} calendar={calendar} own={station.id === own} />
      ))}
    </div>
  )
}
