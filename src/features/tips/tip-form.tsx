import { useUnit } from '#src/lib/unit.ts'
import { Button } from '#src/ui/button.tsx'
import { Checkbox } from '#src/ui/checkbox.tsx'
import { FailureNotice } from '#src/ui/failure-notice.tsx'
import { Section } from '#src/ui/section.tsx'
import { DeleteDraft } from './delete-draft.tsx'
import { TipCategoryField } from './tip-category-field.tsx'
import { isEmpty } from './tip-fields.ts'
import { TipPlaceTimeFields } from './tip-place-time-fields.tsx'
import { TipSenderFields } from './tip-sender-fields.tsx'
import { TipTextField } from './tip-text-field.tsx'
import { useTip } from './tip.store.ts'
import { tipIds, useTipForm } from './use-tip-form.ts'
import { WhatIsKept } from './what-is-kept.tsx'

export function TipForm() {
  const unit = useUnit()
  const categories = unit.remote.kind === 'ready' ? unit.remote.data.tipCategories : []
  const { issues, failure, declared, setDeclared, submit } = useTipForm(categories)
  return (
    <form noValidate onSubmit={submit}>
      {failure && <FailureNotice failure={failure} />}
      <Section title="1. Việc gì">
        <TipCategoryField id={tipIds.category} unit={unit} error={issues.category} />
        <TipTextField id={tipIds.text} error={issues.text} categories={categories} />
      </Section>
      <Section title="2. Ở đâu, lúc nào">
        <TipPlaceTimeFields ids={tipIds} issues={issues} />
      </Section>
      <Section title="3. Người báo tin">
        <TipSenderFields ids={tipIds} issues={issues} />
      </Section>
      <Section title="4. Gửi tin">
        <BeforeSending />
        <Checkbox
          id={tipIds.declared}
          label="Tôi khai đúng những gì tôi biết."
          checked={declared}
          onChange={setDeclared}
          error={issues.declared}
        />
        <Button type="submit" fullWidth>
          Gửi tin báo
        </Button>
        <DeleteIfAny />
      </Section>
    </form>
  )
}

function BeforeSending() {
  const named = useTip((state) => state.record.fields.named)
  return (
    <>
      <WhatIsKept named={named} />
      <p>Cố ý báo tin sai có thể bị phạt tiền và, nếu bịa đặt để hại người khác, bị xử lý hình sự.</p>
    </>
  )
}

function DeleteIfAny() {
  const empty = useTip((state) => isEmpty(state.record.fields))
  return empty ? null : <DeleteDraft />
}
