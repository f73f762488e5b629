import { AreaChooser } from '#src/features/stations/area-chooser.tsx'
import { useAreas } from '#src/features/stations/stations.resource.ts'
import { paths } from '#src/lib/paths.ts'
import { useUnit } from '#src/lib/unit.ts'
import { AppPage } from '#src/ui/app-page.tsx'
import { RemoteView } from '#src/ui/remote-view.tsx'

export function MyStationScreen() {
  const unit = useUnit()
  const areas = useAreas()
  return (
    <AppPage title="Điểm nào phục vụ tôi" back={paths.stations()}>
      <RemoteView remote={unit.remote} onRetry={unit.reload}>
        {(known) => (
          <RemoteView remote={areas.remote} onRetry={areas.reload}>
            {(map) => <AreaChooser map={map} unit={known} />}
          </RemoteView>
        )}
      </RemoteView>
    </AppPage>
  )
}
