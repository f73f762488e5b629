import { formatDayWithWeekday } from '#contract/day.ts'
import type { ClosedStation } from '#contract/stations.ts'
import { paths } from '#src/lib/paths.ts'
import { ButtonLink } from '#src/ui/button.tsx'
import { Notice } from '#src/ui/notice.tsx'

/** An old sheet still hangs somewhere: say since when, why, and where to go. */
export function ClosedStationView({ station }: { station: ClosedStation }) {
  const { closedOn, note, successor } = station
  return (
    <div className="stack">
      <Notice tone="warning" title={`Nơi này ngừng tiếp dân từ ${formatDayWithWeekday(closedOn)}`}>
        {note && <p>{note}</p>}
        {!successor && <p>Chưa có nơi thay thế. Bạn xem điểm nào phục vụ nơi mình ở.</p>}
      </Notice>
      {successor && (
        <ButtonLink icon="station" fullWidth to={paths.station(successor.id)}>
          Đến {successor.name}
        </ButtonLink>
      )}
      <ButtonLink kind="secondary" icon="search" fullWidth to={paths.myStation()}>
        Điểm nào phục vụ tôi
      </ButtonLink>
      <ButtonLink kind="secondary" fullWidth to={paths.stations()}>
        Xem các điểm tiếp dân
      </ButtonLink>
    </div>
  )
}
