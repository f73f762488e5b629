import { useUnit } from '#src/lib/unit.ts'
import { Button } from '#src/ui/button.tsx'
import { Checkbox } from '#src/ui/checkbox.tsx'
import { FailureNotice } from '#src/ui/failure-notice.tsx'
import { Section } from '#src/ui/section.tsx'
import { DeleteDraft } from './delete-draft.tsx'
import { TipCategoryField } from './tip-category-field.tsx'
import { hasDraft } from './tip-record.ts'
import { TipDetailFields } from './tip-detail-fields.tsx'
import { TipFilesLater } from './tip-files-later.tsx'
import { TipHappeningField } from './tip-happening-field.tsx'
import { TipPlaceFields } from './tip-place-fields.tsx'
import { TipSenderFields } from './tip-sender-fields.tsx'
import { TipTextField } from './tip-text-field.tsx'
import { TipTimeField } from './tip-time-field.tsx'
import { TipTraceFields } from './tip-trace-fields.tsx'
import { useTip } from './tip.store.ts'
import { TooLittleDialog } from './too-little-dialog.tsx'
import { tipIds, useTipForm } from './use-tip-form.ts'
import { WhatIsKept } from './what-is-kept.tsx'

export function TipForm() {
  const unit = useUnit()
  const categories = unit.remote.kind === 'ready' ? unit.remote.data.tipCategories : []
  const category = useTip((state) => state.record.fields.category)
  const { issues, failure, declared, setDeclared, submit, warning } = useTipForm(categories)
  const asksTraces = categories.find(({ id }) => id === category)?.asksTraces ?? false
  return (
    <form noValidate onSubmit={submit}>
      {failure && <FailureNotice failure={failure} />}
      <Section title="1. Việc gì">
        <TipHappeningField />
        <TipCategoryField id={tipIds.category} unit={unit} error={issues.category} />
        <TipTextField id={tipIds.text} error={issues.text} categories={categories} />
        <TipTraceFields asked={asksTraces} issues={issues} />
        <TipFilesLater />
      </Section>
      <Section title="2. Ở đâu, lúc nào">
        <TipPlaceFields issues={issues} />
        <TipTimeField id={tipIds.time} error={issues.time} />
        <TipDetailFields issues={issues} />
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
      <TooLittleDialog missing={warning.missing} onAdd={warning.close} onSend={warning.sendAsItIs} />
    </form>
  )
}

function BeforeSending() {
  const named = useTip((state) => state.record.fields.named)
  const files = useTip((state) => state.record.files.length > 0)
  return (
    <>
      <WhatIsKept named={named} files={files} />
      <p>Cố ý báo tin sai có thể bị phạt tiền. Bịa đặt để hại người khác có thể bị xử lý hình sự.</p>
    </>
  )
}

function DeleteIfAny() {
  const any = useTip((state) => hasDraft(state.record))
  return any ? <DeleteDraft /> : null
}
