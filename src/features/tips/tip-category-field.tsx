import { memo } from 'react'
import type { TipCategory, Unit } from '#contract/unit.ts'
import type { Remote } from '#src/lib/remote.ts'
import { look } from '#src/ui/button.tsx'
import { CallLink } from '#src/ui/call-link.tsx'
import { ChoiceGroup } from '#src/ui/choice-group.tsx'
import { FieldError } from '#src/ui/field-error.tsx'
import { Notice } from '#src/ui/notice.tsx'
import { RemoteView } from '#src/ui/remote-view.tsx'
import { changeTip, useTip } from './tip.store.ts'

interface TipCategoryFieldProps {
  id: string
  unit: { remote: Remote<Unit>; reload: () => void }
  error: string | undefined
}

/** The list comes from the unit; while it does not come, the rest of the form can be filled in. */
export function TipCategoryField({ id, unit, error }: TipCategoryFieldProps) {
  if (unit.remote.kind === 'ready') {
    return <Choices id={id} categories={unit.remote.data.tipCategories} error={error} />
  }
  const missing = 'Bạn cần chọn loại việc. Danh sách chưa tải được.'
  return (
    <div
      id={id}
      className="stack"
      tabIndex={-1}
      role="group"
      aria-label="Loại việc"
      aria-describedby={`${id}-missing`}
    >
      <FieldError id={`${id}-missing`} error={error && missing} />
      <RemoteView remote={unit.remote} onRetry={unit.reload}>
        {() => null}
      </RemoteView>
    </div>
  )
}

interface ChoicesProps {
  id: string
  categories: readonly TipCategory[]
  error: string | undefined
}

/** Kept as it is while one writes: on a cheap phone every letter would draw the whole list again. */
const Choices = memo(function Choices({ id, categories, error }: ChoicesProps) {
  const value = useTip((state) => state.record.fields.category)
  return (
    <>
      <ChoiceGroup
        id={id}
        legend="Bạn muốn báo việc gì?"
        value={value}
        onChange={(category) => changeTip({ category })}
        options={categories.map(optionOf)}
        error={error}
      />
      <div role="status">
        <CallFirst category={categories.find((category) => category.id === value)} />
      </div>
    </>
  )
})

/** The advice to call stands in the list too: what comes below the list may be out of sight. */
function optionOf({ id, label, callFirst, callWhen = 'Đang xảy ra' }: TipCategory) {
  const hint = callFirst.length > 0 ? `${callWhen}: gọi ngay ${callFirst.join(' hoặc ')}.` : undefined
  return { value: id, label, hint }
}

function CallFirst({ category }: { category: TipCategory | undefined }) {
  if (!category || category.callFirst.length === 0) return null
  const { callWhen = 'Việc đang xảy ra' } = category
  const when = callWhen.charAt(0).toLowerCase() + callWhen.slice(1)
  return (
    <Notice tone="danger" title={`Nếu ${when}, bạn gọi trước`}>
      <p>Gọi điện nhanh hơn gửi tin. Bạn gửi tin này sau khi đã an toàn.</p>
      <div className="tip-calls">
        {category.callFirst.map((phone) => (
          <CallLink key={phone} phone={phone} className={look({ kind: 'danger' })}>
            Gọi {phone}
          </CallLink>
        ))}
      </div>
    </Notice>
  )
}
