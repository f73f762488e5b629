import type { TipArea } from '#contract/tips.ts'
import { Checkbox } from '#src/ui/checkbox.tsx'
import { SelectField } from '#src/ui/select-field.tsx'
import { TextField } from '#src/ui/text-field.tsx'
import type { TipIssues } from './check-tip.ts'
import { PlacePoint } from './place-point.tsx'
import { useTipFormOffer } from './tip-form.resource.ts'
import { changeTip, useTip } from './tip.store.ts'

/** By ward, quarter and words; a point from the phone only adds to them. All of it works without a map. */
export function TipPlaceFields({ issues }: { issues: TipIssues }) {
  const placeUnknown = useTip((state) => state.record.fields.placeUnknown)
  return (
    <>
      {!placeUnknown && <KnownPlace issues={issues} />}
      <Checkbox
        label="Không nhớ địa điểm"
        checked={placeUnknown}
        onChange={(unknown) => changeTip({ placeUnknown: unknown })}
      />
    </>
  )
}

function KnownPlace({ issues }: { issues: TipIssues }) {
  const { area, quarter, place } = useTip((state) => state.record.fields)
  const { remote } = useTipFormOffer()
  const areas = remote.kind === 'ready' ? remote.data.areas : []
  return (
    <>
      {areas.length > 0 && (
        <SelectField
          label="Phường"
          hint="Tên cũ ghi trong ngoặc. Nơi khác thì bạn ghi ở ô Địa điểm."
          value={area}
          onChange={(value) => changeTip({ area: value })}
          placeholder="Chưa chọn hoặc nơi khác"
          groups={[{ label: 'Phường', options: areas.map(optionOf) }]}
        />
      )}
      <TextField
        id="tip-quarter"
        label="Khu phố, ấp"
        optional
        value={quarter}
        onChange={(value) => changeTip({ quarter: value })}
        error={issues.quarter}
        maxLength={80}
      />
      <TextField
        id="tip-place"
        label="Địa điểm"
        hint="Số nhà, đường, hoặc nơi dễ nhận ra gần đó. Việc trên mạng thì ghi tên trang."
        value={place}
        onChange={(value) => changeTip({ place: value })}
        error={issues.place}
        maxLength={300}
      />
      <PlacePoint areas={areas} />
    </>
  )
}

function optionOf({ id, name, formerly }: TipArea) {
  const others = formerly.filter((former) => former.name !== name || former.inPart)
  const old = others.map((former) =>
    former.inPart ? `một phần ${lowerFirst(former.name)}` : lowerFirst(former.name),
  )
  return { value: id, label: old.length > 0 ? `${name} (${old.join(', ')})` : name }
}

const lowerFirst = (name: string) => name.charAt(0).toLowerCase() + name.slice(1)
