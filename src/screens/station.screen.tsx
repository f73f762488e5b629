import { useParams } from 'react-router-dom'
import { dayOf } from '#contract/day.ts'
import { isClosedOn } from '#contract/stations.ts'
import { ClosedStationView } from '#src/features/stations/closed-station-view.tsx'
import { StationView } from '#src/features/stations/station-view.tsx'
import { useStationAnswer } from '#src/features/stations/stations.resource.ts'
import { paths } from '#src/lib/paths.ts'
import { useUnit } from '#src/lib/unit.ts'
import { AppPage } from '#src/ui/app-page.tsx'
import { ButtonLink } from '#src/ui/button.tsx'
import { RemoteView } from '#src/ui/remote-view.tsx'

/** The unit's list, which every visit keeps, has the open stations; only for another id the server is asked. */
export function StationScreen() {
  const { id = '' } = useParams()
  const { remote, reload } = useUnit()
  const listed =
    remote.kind === 'ready' ? remote.data.stations.find((station) => station.id === id) : undefined
  // A copy kept from before may not know that it has closed.
  const open = listed && !isClosedOn(listed, dayOf(new Date())) ? listed : undefined
  if (remote.kind === 'ready' && !open) return <OtherStation key={id} id={id} />
  return (
    <AppPage title={open?.name ?? 'Điểm tiếp dân'} back={paths.stations()}>
      <RemoteView remote={remote} onRetry={reload}>
        {(unit) => open && <StationView station={open} unit={unit} />}
      </RemoteView>
    </AppPage>
  )
}

function OtherStation({ id }: { id: string }) {
  const { remote, reload } = useStationAnswer(id)
  const unit = useUnit()
  const gone = remote.kind === 'failed' && ['not-found', 'invalid'].includes(remote.error.code)
  return (
    <AppPage title={nameIn(remote) ?? 'Điểm tiếp dân'} back={paths.stations()}>
      <div className="stack">
        {/* Trying again cannot bring back what is not there. */}
        <RemoteView
          remote={gone ? { kind: 'failed', error: { code: 'not-found' } } : remote}
          onRetry={gone ? undefined : reload}
        >
          {(answer) => {
            if (answer.kind === 'closed') return <ClosedStationView station={answer} />
            return unit.remote.kind === 'ready' ? (
              <StationView station={answer.station} unit={unit.remote.data} />
            ) : null
          }}
        </RemoteView>
        {gone && (
          <ButtonLink fullWidth to={paths.stations()}>
            Xem các điểm tiếp dân
          </ButtonLink>
        )}
      </div>
    </AppPage>
  )
}

function nameIn(remote: ReturnType<typeof useStationAnswer>['remote']): string | undefined {
  if (remote.kind !== 'ready') return undefined
  return remote.data.kind === 'closed' ? remote.data.name : remote.data.station.name
}
