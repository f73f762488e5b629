import { useUnit } from '#src/lib/unit.ts'
import { Button } from '#src/ui/button.tsx'
import { Notice } from '#src/ui/notice.tsx'
import { changeTip, useTip } from './tip.store.ts'

/** What the link or QR code that led here has tied the tip to. The person can undo it. */
export function TipAbout() {
  const { station, wanted } = useTip((state) => state.record.fields)
  const { remote } = useUnit()
  const stations = remote.kind === 'ready' ? remote.data.stations : []
  const name = stations.find(({ id }) => id === station)?.name
  if (!station && !wanted) return null
  return (
    <Notice tone="info">
      {wanted && <p>Tin này gắn với thông báo truy nã bạn vừa xem.</p>}
      {station && <p>Tin này ghi kèm điểm tiếp dân: {name ?? 'nơi bạn đã chọn'}.</p>}
      <Button kind="quiet" onClick={() => changeTip({ station: '', wanted: '' })}>
        Bỏ phần gắn này
      </Button>
    </Notice>
  )
}
