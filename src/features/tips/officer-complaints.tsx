import { useUnit } from '#src/lib/unit.ts'
import { Checkbox } from '#src/ui/checkbox.tsx'
import { HotlineList } from '#src/ui/hotline-list.tsx'
import { Notice } from '#src/ui/notice.tsx'
import { changeTip, useTip } from './tip.store.ts'

/**
 * A complaint about an officer is another matter in law, and must not land on that officer's own desk. Always in sight:
 * behind a tap it would be missed by just those who need it.
 */
export function OfficerComplaints() {
  const { remote } = useUnit()
  const aboutOfficer = useTip((state) => state.record.fields.aboutOfficer)
  const hotlines = remote.kind === 'ready' ? remote.data.hotlines : []
  const lines = hotlines.filter(({ id }) => id.startsWith('phan-anh-can-bo'))
  return (
    <div className="stack">
      <Checkbox
        label="Tin của tôi nói về cán bộ công an. Chuyển thẳng lên cấp trên."
        checked={aboutOfficer}
        onChange={(about) => changeTip({ aboutOfficer: about })}
      />
      <div role="status">
        {aboutOfficer && (
          <Notice tone="info" title="Tin sẽ chuyển lên cấp trên">
            <p>Tin không vào hộp thư của công an phường.</p>
            <p>
              Tố cáo cán bộ theo Luật Tố cáo không gửi ở đây. {lines.length > 0 && 'Bạn gọi thẳng cấp trên:'}
            </p>
            <HotlineList hotlines={lines} />
          </Notice>
        )}
      </div>
    </div>
  )
}
