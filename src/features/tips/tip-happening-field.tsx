import { look } from '#src/ui/button.tsx'
import { CallLink } from '#src/ui/call-link.tsx'
import { ChoiceGroup } from '#src/ui/choice-group.tsx'
import { Notice } from '#src/ui/notice.tsx'
import { changeTip, useTip } from './tip.store.ts'

const answers = [
  { value: 'yes', label: 'Có, đang xảy ra' },
  { value: 'no', label: 'Không, đã xảy ra hoặc hay lặp lại' },
] as const

/** Written into the app: they must be there with no network. */
const numbers = [
  { phone: '113', what: 'công an' },
  { phone: '114', what: 'cháy, cứu nạn' },
  { phone: '115', what: 'cấp cứu' },
  { phone: '111', what: 'trẻ em' },
  { phone: '112', what: 'thiên tai' },
] as const

/** The first question: what is happening now is not for a form. */
export function TipHappeningField() {
  const happening = useTip((state) => state.record.fields.happening)
  return (
    <>
      <ChoiceGroup
        legend="Việc này có đang xảy ra không?"
        value={happening || undefined}
        onChange={(answer) => changeTip({ happening: answer })}
        options={answers}
      />
      <div role="status">{happening === 'yes' && <CallNow />}</div>
    </>
  )
}

function CallNow() {
  return (
    <Notice tone="danger" title="Bạn gọi ngay, gửi tin sau">
      <p>Gọi điện nhanh hơn. Biểu mẫu này không được trực 24/24.</p>
      <div className="tip-calls">
        {numbers.map(({ phone, what }) => (
          <CallLink key={phone} phone={phone} className={look({ kind: 'danger' })}>
            Gọi {phone}: {what}
          </CallLink>
        ))}
      </div>
    </Notice>
  )
}
