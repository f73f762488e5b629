import type { Unit } from '#contract/unit.ts'
import { HotlineList } from '#src/ui/hotline-list.tsx'
import { StationCard } from '#src/features/unit/station-card.tsx'
import { paths } from '#src/lib/paths.ts'
import { useUnit } from '#src/lib/unit.ts'
import { AppPage } from '#src/ui/app-page.tsx'
import { EmptyState } from '#src/ui/empty-state.tsx'
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

function Stations({ unit: { stations, dutyPhone } }: { unit: Unit }) {
  if (stations.length === 0) {
    return (
      <EmptyState title="Chưa có điểm tiếp dân" text="Đơn vị chưa công bố. Bạn gọi các số dưới đây để hỏi." />
    )
  }
  return (
    <div className="stack">
      {stations.map((station) => (
        <StationCard key={station.id} station={station} dutyPhone={dutyPhone} />
      ))}
    </div>
  )
}
