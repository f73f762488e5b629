import type { AreaMap } from '#contract/areas.ts'
import { dayOf, formatDay, formatDayWithWeekday } from '#contract/day.ts'
import type { Unit } from '#contract/unit.ts'
import { ChoiceGroup } from '#src/ui/choice-group.tsx'
import { ReviewNotice } from '#src/ui/review-notice.tsx'
import { SelectField } from '#src/ui/select-field.tsx'
import { areaGroups, midSentence, servedBy } from './area-choice.ts'
import { ServedAnswer } from './served-answer.tsx'
import { useAreaChoice } from './use-area-choice.ts'

/** "Which station serves me", answered on the phone. */
export function AreaChooser({ map, unit }: { map: AreaMap; unit: Unit }) {
  const [choice, choose] = useAreaChoice()
  const served = servedBy(map, choice)
  const split = map.oldAreas.find(({ id, wards }) => choice.place === `cu.${id}` && wards.length > 1)
  return (
    <div className="stack">
      {dayOf(new Date()) > map.recheckBy && <ReviewNotice />}
      <p>
        Từ ngày {formatDay(map.since)}, nhiều phường, xã có tên mới. Bạn chọn nơi mình ở. Lựa chọn chỉ nằm
        trên máy này.
      </p>
      <SelectField
        label="Nơi bạn ở"
        placeholder="Chọn phường, xã"
        value={choice.place}
        onChange={(place) => choose({ place })}
        groups={areaGroups(map)}
      />
      {split && (
        <ChoiceGroup
          legend={`Khu phố của bạn ở ${midSentence(split.name)} cũ`}
          hint="Nơi này đã được chia, nên phải biết khu phố."
          value={choice.quarter}
          onChange={(quarter) => choose({ place: choice.place, quarter })}
          options={[
            ...split.quarters.map(({ name }) => ({ value: name, label: name })),
            { value: '', label: 'Khu phố khác, hoặc không nhớ' },
          ]}
        />
      )}
      <div aria-live="polite" className="stack">
        {served && served.kind !== 'by-quarter' && <ServedAnswer served={served} map={map} unit={unit} />}
      </div>
      <p>
        Theo {map.source}. Kiểm tra {formatDayWithWeekday(map.checkedOn)}.
      </p>
    </div>
  )
}
