import { fold } from '#contract/fold.ts'
import { FileRefused, type TableRow } from './table.ts'
import { tidyText } from './values.ts'

/** What a column may hold for us, with the headings that say so; compared without marks, case and signs. */
const names = {
  code: ['Mã hồ sơ', 'Số hồ sơ', 'Mã số hồ sơ', 'Mã biên nhận', 'Số biên nhận', 'Số giấy hẹn', 'Mã giấy hẹn'],
  procedure: ['Thủ tục', 'Tên thủ tục', 'Thủ tục hành chính', 'Loại hồ sơ', 'Loại thủ tục'],
  status: ['Trạng thái', 'Tình trạng', 'Trạng thái hồ sơ', 'Tình trạng hồ sơ', 'Tình trạng xử lý'],
  receivedOn: ['Ngày nhận', 'Ngày tiếp nhận', 'Ngày nộp', 'Ngày nhận hồ sơ', 'Ngày nộp hồ sơ'],
  changedOn: ['Ngày cập nhật', 'Ngày chuyển trạng thái', 'Ngày thay đổi', 'Cập nhật lúc'],
  promisedOn: [
    'Ngày hẹn',
    'Ngày hẹn trả',
    'Ngày trả kết quả',
    'Hẹn trả ngày',
    'Ngày hẹn trả kết quả',
    'Hạn trả',
  ],
  phone: [
    'Số điện thoại',
    'Điện thoại',
    'SĐT',
    'Số ĐT',
    'Di động',
    'Điện thoại di động',
    'Số điện thoại liên hệ',
  ],
  lastFour: ['4 số cuối', '4 số cuối điện thoại', '4 số cuối SĐT', 'Bốn số cuối điện thoại'],
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
  /** Headings that are none of ours, as written: nothing of these columns is read. */
  ignored: string[]
}

/** What a field is called when we speak of it. */
export const fieldName = (field: Field): string => names[field][0]

const key = (text: string) =>
  fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
const fields = new Map(
  Object.entries(names).flatMap(([field, all]) => all.map((name) => [key(name), field as Field] as const)),
)

/** Above the headings stand titles and the name of the office. */
const searchedRows = 30
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
    throw new FileRefused(`Thiếu cột ${missing.map((field) => `“${fieldName(field)}”`).join(', ')}.`)
  }
  return best
}

const known = ({ columns }: Headings) => Object.keys(columns).length

function readHeadings({ row, cells }: TableRow): Headings {
  const columns: Columns = {}
  const ignored: string[] = []
  for (const [column, cell] of cells.entries()) {
    if (cell?.kind !== 'text') continue
    const field = fields.get(key(cell.text))
    if (field && columns[field] === undefined) columns[field] = column
    else if (tidyText(cell.text) !== '') ignored.push(tidyText(cell.text))
  }
  return { row, columns, ignored }
}
