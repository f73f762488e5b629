import { useUnit } from '#src/lib/unit.ts'
import { Disclosure } from '#src/ui/disclosure.tsx'
import { HotlineList } from '#src/ui/hotline-list.tsx'

/** A complaint about an officer is another matter in law, and must not land on that officer's own desk. */
export function OfficerComplaints() {
  const { remote } = useUnit()
  const hotlines = remote.kind === 'ready' ? remote.data.hotlines : []
  const lines = hotlines.filter(({ id }) => id.startsWith('phan-anh-can-bo'))
  if (lines.length === 0) return null
  return (
    <Disclosure title="Bạn muốn phản ánh, tố cáo cán bộ công an?">
      <div className="stack">
        <p>Việc này không gửi ở đây. Bạn gọi thẳng cấp trên:</p>
        <HotlineList hotlines={lines} />
      </div>
    </Disclosure>
  )
}
