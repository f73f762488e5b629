import { nameKey } from './name-key.ts'
import { FileRefused, type TableRow } from './table.ts'
import { tidyText } from './values.ts'

/** What a column may hold for us, with the headings that say so; compared by `nameKey`. */
const names = {
  code: [
    'Mã hồ sơ',
    'Số hồ sơ',
    'Mã số hồ sơ',
    'Mã biên nhận',
    'Số biên nhận',
    'Số giấy hẹn',
    'Mã giấy hẹn',
    'Mã số biên nhận',
  ],
  procedure: [
    'Thủ tục',
    'Tên thủ tục',
    'Thủ tục hành chính',
    'Tên thủ tục hành chính',
    'Loại hồ sơ',
    'Loại thủ tục',
  ],
  status: [
    'Trạng thái',
    'Tình trạng',
    'Trạng thái hồ sơ',
    'Tình trạng hồ sơ',
    'Tình trạng xử lý',
    'Trạng thái xử lý',
    'Tình trạng giải quyết',
  ],
  receivedOn: [
    'Ngày nhận',
    'Ngày tiếp nhận',
    'Ngày nộp',
    'Ngày nhận hồ sơ',
    'Ngày tiếp nhận hồ sơ',
    'Ngày nộp hồ sơ',
    'Thời gian tiếp nhận',
    'Thời điểm tiếp nhận',
  ],
  changedOn: ['Ngày cập nhật', 'Ngày chuyển trạng thái', 'Ngày thay đổi', 'Cập nhật lúc'],
  promisedOn: [
    'Ngày hẹn',
    'Ngày hẹn trả',
    'Ngày trả kết quả',
    'Hẹn trả ngày',
    'Ngày hẹn trả kết quả',
    'Ngày hẹn nhận kết quả',
    'Hạn trả',
    'Hạn trả kết quả',
    'Thời hạn trả kết quả',
  ],
  phone: [
    'Số điện thoại',
    'Điện thoại',
    'Di động',
    'Số di động',
    'Điện thoại di động',
    'Số điện thoại di động',
    'Điện thoại liên hệ',
    'Số điện thoại liên hệ',
    'Số điện thoại người nộp',
    'Số điện thoại công dân',
    'Số điện thoại chủ hồ sơ',
  ],
  lastFour: ['4 số cuối', '4 số cuối điện thoại', '4 số cuối số điện thoại', 'Bốn số cuối điện thoại'],
  pin: ['Mã PIN', 'PIN', 'Mã tra cứu', 'Mã PIN tra cứu'],
  station: ['Điểm tiếp dân', 'Điểm tiếp nhận', 'Nơi tiếp nhận', 'Nơi nộp hồ sơ', 'Mã điểm tiếp dân'],
  place: ['Nơi nhận kết quả', 'Nơi nhận', 'Nơi trả kết quả', 'Nơi trả', 'Địa điểm trả kết quả'],
  note: ['Thông báo cho công dân', 'Ghi chú cho công dân', 'Nội dung thông báo'],
  reason: ['Lý do', 'Lý do đổi hẹn', 'Lý do trễ hẹn', 'Lý do trễ', 'Lý do dời hẹn'],
} as const

export type Field = keyof typeof names
export type Columns = Partial<Record<Field, number>>

export interface Headings {
  row: number
  columns: Columns
  /** As written, from left to right, with what each was taken for. */
  headings: Heading[]
}

export interface Heading {
  column: number
  text: string
  /** Null: none of ours, or a second one of the same; nothing of this column is read. */
  field: Field | null
}

/** What a field is called when we speak of it. */
export const fieldName = (field: Field): string => names[field][0]

const fields = new Map(
  Object.entries(names).flatMap(([field, all]) =>
    all.map((name) => [nameKey(name), field as Field] as const),
  ),
)

/** Above the headings stand titles and the name of the office. */
const searchedRows = 30
/** Of a list with very many columns. */
const mostNamed = 12
const required = ['code', 'procedure', 'status', 'receivedOn'] as const

export function findHeadings(rows: readonly TableRow[]): Headings {
  const candidates = rows.slice(0, searchedRows).map(readHeadings)
  const best = candidates.reduce<Headings | undefined>(
    (best, next) => (known(next) > (best ? known(best) : 0) ? next : best),
    undefined,
  )
  if (!best || best.columns.code === undefined) {
    throw new FileRefused(
      'Không thấy dòng tiêu đề có cột “Mã hồ sơ” ở trang tính đầu. Bạn đặt tên cột như tệp mẫu rồi thử lại.',
    )
  }
  const missing = required.filter((field) => best.columns[field] === undefined)
  if (missing.length > 0) {
    throw new FileRefused(
      `Thiếu cột ${quoted(missing.map(fieldName))}. Bạn đặt tên cột như tệp mẫu rồi thử lại.` +
        (unread(best).length > 0 ? ` Các cột chưa rõ: ${quoted(unread(best).slice(0, mostNamed))}.` : ''),
    )
  }
  return best
}

/** `Ngày hẹn trả (ngày/tháng/năm)` → `Ngày hẹn trả` */
const withoutRemark = (heading: string) => heading.replace(/\([^)]*\)/g, ' ')
export const quoted = (names: readonly string[]) => names.map((name) => `“${name}”`).join(', ')
export const unread = ({ headings }: Pick<Headings, 'headings'>) =>
  headings.filter(({ field }) => field === null).map(({ text }) => text)

const known = ({ columns }: Headings) => Object.keys(columns).length

function readHeadings({ row, cells }: TableRow): Headings {
  const columns: Columns = {}
  const headings: Heading[] = []
  for (const [column, cell] of cells.entries()) {
    if (cell?.kind !== 'text') continue
    const field = fields.get(nameKey(cell.text)) ?? fields.get(nameKey(withoutRemark(cell.text)))
    const text = tidyText(cell.text)
    if (text === '') continue
    const isFirst = field !== undefined && columns[field] === undefined
    if (isFirst) columns[field] = column
    headings.push({ column, text, field: isFirst ? field : null })
  }
  return { row, columns, headings }
}
