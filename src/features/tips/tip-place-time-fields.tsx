import { Checkbox } from '#src/ui/checkbox.tsx'
import { TextField } from '#src/ui/text-field.tsx'
import type { TipIssues } from './check-tip.ts'
import { changeTip, useTip } from './tip.store.ts'

interface TipPlaceTimeFieldsProps {
  ids: { place: string; time: string }
  issues: TipIssues
}

/** Not knowing is an answer. What was typed before stays, should the tick have been a slip. */
export function TipPlaceTimeFields({ ids, issues }: TipPlaceTimeFieldsProps) {
  const fields = useTip((state) => state.record.fields)
  return (
    <>
      {!fields.placeUnknown && (
        <TextField
          id={ids.place}
          label="Địa điểm"
          optional
          hint="Số nhà, đường, khu phố, hoặc nơi dễ nhận ra gần đó."
          value={fields.place}
          onChange={(place) => changeTip({ place })}
          error={issues.place}
          maxLength={300}
        />
      )}
      <Checkbox
        label="Không nhớ địa điểm"
        checked={fields.placeUnknown}
        onChange={(placeUnknown) => changeTip({ placeUnknown })}
      />
      {!fields.timeUnknown && (
        <TextField
          id={ids.time}
          label="Thời gian"
          optional
          hint="Ví dụ: khoảng 21 giờ tối thứ Hai, hoặc đêm nào cũng vậy."
          value={fields.time}
          onChange={(time) => changeTip({ time })}
          error={issues.time}
          maxLength={200}
        />
      )}
      <Checkbox
        label="Không nhớ rõ thời gian"
        checked={fields.timeUnknown}
        onChange={(timeUnknown) => changeTip({ timeUnknown })}
      />
    </>
  )
}
