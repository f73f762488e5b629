import type { TipSource } from '#contract/tip-content.ts'
import { ChoiceGroup } from '#src/ui/choice-group.tsx'
import { Disclosure } from '#src/ui/disclosure.tsx'
import { TextField } from '#src/ui/text-field.tsx'
import type { TipIssues } from './check-tip.ts'
import { changeTip, useTip } from './tip.store.ts'

const details = [
  {
    name: 'people',
    label: 'Người gây ra việc này',
    hint: 'Tên, tuổi, đặc điểm, biển số xe, số điện thoại nếu biết.',
    longest: 1000,
  },
  { name: 'victims', label: 'Người bị hại', hint: 'Là ai, bị hại thế nào.', longest: 500 },
  {
    name: 'witnesses',
    label: 'Người chứng kiến',
    hint: 'Ai khác cũng thấy hoặc biết việc này.',
    longest: 500,
  },
] as const

export const sourceWords: Record<TipSource, string> = {
  seen: 'Tận mắt',
  heard: 'Nghe kể',
  online: 'Trên mạng',
  victim: 'Tôi là người bị hại',
}
const sources = Object.entries(sourceWords).map(([value, label]) => ({ value: value as TipSource, label }))

/** Help to those who know more, out of the way of those who do not. Open when something stands in it. */
export function TipDetailFields({ issues }: { issues: TipIssues }) {
  const fields = useTip((state) => state.record.fields)
  return (
    <Disclosure title="Thêm chi tiết, nếu bạn biết">
      <div className="stack">
        {details.map(({ name, label, hint, longest }) => (
          <TextField
            key={name}
            id={`tip-${name}`}
            label={label}
            optional
            hint={hint}
            value={fields[name]}
            onChange={(value) => changeTip({ [name]: value })}
            error={issues[name]}
            multiline
            rows={2}
            maxLength={longest}
          />
        ))}
        <ChoiceGroup
          legend="Bạn biết việc này qua đâu? (không bắt buộc)"
          value={fields.source || undefined}
          onChange={(source) => changeTip({ source })}
          options={sources}
        />
      </div>
    </Disclosure>
  )
}
