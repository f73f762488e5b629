import { formatDay } from '#contract/day.ts'
import { fieldName, type Heading, quoted, unread } from './headings.ts'
import type { Fact, Plan, Planned } from './plan.ts'
import type { Problem } from './records.ts'
import { statusName } from './status-names.ts'
import { columnName } from './table.ts'

const factNames: Record<Fact, string> = {
  procedure: 'thủ tục',
  place: 'nơi nhận kết quả',
  factor: 'số kiểm tra',
  phone: 'số điện thoại',
  station: 'điểm tiếp dân',
}

export interface Counts {
  fresh: number
  changed: number
  unchanged: number
  /** Rows, not complaints: one row may have several. */
  refused: number
}

export function countPlan({ planned, unchanged, problems }: Plan): Counts {
  const fresh = planned.filter(({ kind }) => kind === 'new').length
  const refused = new Set(problems.map(({ row }) => row)).size
  return { fresh, changed: planned.length - fresh, unchanged, refused }
}

/** What will happen to one file, without a word about the person. */
export function describeChange(planned: Planned): string {
  if (planned.kind === 'new') return describeNew(planned)
  const { from, steps, changedFacts } = planned
  const states = [from.status, ...steps.map(({ status }) => status)]
    .filter((status, index, all) => status !== all[index - 1])
    .map(statusName)
  const promisedOn = steps.find((step) => step.promisedOn !== null)?.promisedOn
  const moved =
    promisedOn &&
    `ngày hẹn ${from.promisedOn ? formatDay(from.promisedOn) : 'chưa có'} → ${formatDay(promisedOn)}`
  const facts = changedFacts.length > 0 && `sửa ${changedFacts.map((fact) => factNames[fact]).join(', ')}`
  const way = states.length > 1 && states.join(' → ')
  return [way, moved, facts].filter(Boolean).join('; ')
}

function describeNew({ record, steps: [first] }: Extract<Planned, { kind: 'new' }>): string {
  const promisedOn = first?.promisedOn
  if (!promisedOn) return 'hồ sơ mới, chưa có ngày hẹn'
  const computed = record.promisedOn === null ? ' (tính theo thời hạn của thủ tục)' : ''
  return `hồ sơ mới, hẹn ${formatDay(promisedOn)}${computed}`
}

export function describeProblem({ row, column, field, text }: Problem): string {
  const place = column === null ? '' : `, cột ${columnName(column)}`
  return `Dòng ${row}${place}${field ? ` (${fieldName(field)})` : ''}: ${text}`
}

const number = (count: number) => count.toLocaleString('vi-VN')

/** The preview in words, for the screen of whoever imports. */
export function reportOn(plan: Plan, most = 50): string {
  const { fresh, changed, unchanged, refused } = countPlan(plan)
  const lines = [
    `Mới: ${number(fresh)} · Thay đổi: ${number(changed)} · Không đổi: ${number(unchanged)} · Không nhận: ${number(refused)} dòng`,
  ]
  lines.push(
    `Đọc các cột: ${plan.headings
      .filter(({ field }) => field !== null)
      .map(asRead)
      .join(', ')}.`,
  )
  if (unread(plan).length > 0) lines.push(`Không đọc, không lưu các cột: ${quoted(unread(plan))}.`)
  if (plan.unguided.length > 0) {
    lines.push(
      `Không có hướng dẫn nào tên là ${quoted(plan.unguided.slice(0, most))}: hồ sơ vẫn được nhận, nhưng không tính được ngày hẹn và không có đường dẫn tới hướng dẫn. Bạn kiểm tra tên thủ tục.`,
    )
  }
  const linesOf = (wanted: Planned['kind']) =>
    plan.planned
      .filter(({ kind }) => kind === wanted)
      .map((each) => `Dòng ${each.record.row}: ${describeChange(each)}`)
  lines.push(
    ...section('Mới', linesOf('new'), most),
    ...section('Thay đổi', linesOf('changed'), most),
    ...section('Không nhận', plan.problems.map(describeProblem), most),
  )
  return lines.join('\n')
}

/** `C “SĐT” (Số điện thoại)`: the second name only where it is another one. */
const asRead = ({ column, text, field }: Heading) =>
  `${columnName(column)} “${text}”${field && fieldName(field) !== text ? ` (${fieldName(field)})` : ''}`

function section(title: string, lines: readonly string[], most: number): string[] {
  if (lines.length === 0) return []
  const more =
    lines.length > most ? [`  … và ${number(lines.length - most)} dòng nữa (thêm --all để xem hết)`] : []
  return ['', `${title}:`, ...lines.slice(0, most).map((line) => `  ${line}`), ...more]
}
