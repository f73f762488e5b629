import { Checkbox } from '#src/ui/checkbox.tsx'
import { TextField } from '#src/ui/text-field.tsx'
import { changeTip, useTip } from './tip.store.ts'

/** Not knowing is an answer. What was typed before stays, should the tick have been a slip. */
export function TipTimeField({ id, error }: { id: string; error: string | undefined }) {
  const { time, timeUnknown } = useTip((state) => state.record.fields)
  return (
    <>
      {!timeUnknown && (
        <TextField
          id={id}
          label="Thời gian"
          hint="Ví dụ: khoảng 21 giờ tối thứ Hai, hoặc đêm nào cũng vậy."
          value={time}
          onChange={(value) => changeTip({ time: value })}
          error={error}
          maxLength={200}
        />
      )}
      <Checkbox
        label="Không nhớ rõ thời gian"
        checked={timeUnknown}
        onChange={(unknown) => changeTip({ timeUnknown: unknown })}
      />
    </>
  )
}
