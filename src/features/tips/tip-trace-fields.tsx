import { mostTraces } from '#contract/tip-content.ts'
import { Button } from '#src/ui/button.tsx'
import { TextField } from '#src/ui/text-field.tsx'
import type { TipIssues } from './check-tip.ts'
import { traceKinds, type TraceKind } from './tip-fields.ts'
import { changeTip, useTip } from './tip.store.ts'

interface TraceWords {
  label: string
  hint: string
  add: string
  longest: number
  inputMode: 'text' | 'url' | 'tel'
}

const words: Record<TraceKind, TraceWords> = {
  accounts: {
    label: 'Số tài khoản, ngân hàng',
    hint: 'Tài khoản nhận tiền của kẻ gian. Ghi cả tên ngân hàng, tên chủ tài khoản.',
    add: 'Thêm tài khoản',
    longest: 120,
    inputMode: 'text',
  },
  links: {
    label: 'Đường dẫn, tên trang, tên tài khoản mạng',
    hint: 'Trang web, nhóm, tài khoản Facebook, Zalo, Telegram. Đừng mở lại đường dẫn lạ.',
    add: 'Thêm đường dẫn',
    longest: 500,
    inputMode: 'url',
  },
  phones: {
    label: 'Số điện thoại của kẻ gian',
    hint: 'Số đã gọi hoặc nhắn cho bạn.',
    add: 'Thêm số điện thoại',
    longest: 40,
    inputMode: 'tel',
  },
}

interface TipTraceFieldsProps {
  /** The chosen kind of tip leaves such traces. */
  asked: boolean
  issues: TipIssues
}

/** What an officer can look up, each in a field of its own. What is written stays in sight whatever is chosen later. */
export function TipTraceFields({ asked, issues }: TipTraceFieldsProps) {
  const fields = useTip((state) => state.record.fields)
  const shown = traceKinds.filter((kind) => asked || fields[kind].length > 0)
  return shown.map((kind) => <TraceList key={kind} kind={kind} values={fields[kind]} error={issues[kind]} />)
}

interface TraceListProps {
  kind: TraceKind
  values: readonly string[]
  error: string | undefined
}

function TraceList({ kind, values, error }: TraceListProps) {
  const { label, hint, add, longest, inputMode } = words[kind]
  const lines = values.length > 0 ? values : ['']
  const change = (at: number, value: string) =>
    changeTip({ [kind]: lines.map((line, index) => (index === at ? value : line)) })
  return (
    <div className="stack">
      {lines.map((line, index) => (
        <TextField
          // Lines have no other name than their place, and none is ever taken out of the middle.
          key={index}
          id={index === 0 ? `tip-${kind}` : undefined}
          label={index === 0 ? label : `${label} (${index + 1})`}
          optional={index === 0}
          hint={index === 0 ? hint : undefined}
          error={index === 0 ? error : undefined}
          value={line}
          onChange={(value) => change(index, value)}
          maxLength={longest}
          inputMode={inputMode}
          autoCapitalize="off"
          autoComplete="off"
          spellCheck={false}
        />
      ))}
      {lines.length < mostTraces && lines.every((line) => line.trim() !== '') && (
        <Button kind="quiet" onClick={() => changeTip({ [kind]: [...lines, ''] })}>
          {add}
        </Button>
      )}
    </div>
  )
}
