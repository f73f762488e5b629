import { ChoiceGroup } from '#src/ui/choice-group.tsx'
import { TextField } from '#src/ui/text-field.tsx'
import type { TipIssues } from './check-tip.ts'
import { changeTip, useTip } from './tip.store.ts'

const modes = [
  { value: 'anonymous', label: 'Ẩn danh', hint: 'Chúng tôi không biết bạn là ai.' },
  {
    value: 'named',
    label: 'Cho biết tên và số điện thoại',
    hint: 'Cán bộ có thể gọi hỏi thêm và báo kết quả cho bạn.',
  },
] as const

interface TipSenderFieldsProps {
  ids: { name: string; phone: string }
  issues: TipIssues
}

export function TipSenderFields({ ids, issues }: TipSenderFieldsProps) {
  const { named, name, phone } = useTip((state) => state.record.fields)
  return (
    <>
      <ChoiceGroup
        legend="Bạn muốn gửi thế nào?"
        value={named ? 'named' : 'anonymous'}
        onChange={(mode) => changeTip({ named: mode === 'named' })}
        options={modes}
      />
      {named && (
        <>
          <p>
            Tên và số điện thoại được mã hóa, cất riêng với nội dung tin. Chỉ được mở khi có yêu cầu bằng văn
            bản và một cán bộ thứ hai đồng ý.
          </p>
          <TextField
            id={ids.name}
            label="Họ, chữ đệm và tên"
            value={name}
            onChange={(value) => changeTip({ name: value })}
            error={issues.name}
            autoComplete="name"
            maxLength={80}
          />
          <TextField
            id={ids.phone}
            label="Số điện thoại"
            type="tel"
            inputMode="tel"
            value={phone}
            onChange={(value) => changeTip({ phone: value })}
            error={issues.phone}
            autoComplete="tel"
            maxLength={20}
          />
        </>
      )}
    </>
  )
}
