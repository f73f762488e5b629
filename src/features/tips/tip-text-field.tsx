import { tipTextLimits } from '#contract/tip-content.ts'
import type { TipCategory } from '#contract/unit.ts'
import { TextField } from '#src/ui/text-field.tsx'
import { DraftState } from './draft-state.tsx'
import { changeTip, useTip } from './tip.store.ts'

interface TipTextFieldProps {
  id: string
  error: string | undefined
  /** For the advice that belongs to the chosen one. */
  categories: readonly TipCategory[]
}

export function TipTextField({ id, error, categories }: TipTextFieldProps) {
  const { text, category } = useTip((state) => state.record.fields)
  const advice = categories.find((each) => each.id === category)?.hint ?? ''
  return (
    <div className="stack">
      <TextField
        id={id}
        label="Nội dung"
        hint={`Việc gì, ai, ở đâu, lúc nào, có còn đang diễn ra không? ${advice}`.trim()}
        value={text}
        onChange={(value) => changeTip({ text: value })}
        error={error}
        multiline
        rows={7}
        maxLength={tipTextLimits.max}
        showCount
      />
      <DraftState />
    </div>
  )
}
