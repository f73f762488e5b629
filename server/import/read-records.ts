import { type Columns, type Field, findHeadings } from './headings.ts'
import type { Problem, ReadRecords, SheetRecord } from './records.ts'
import { RowReader } from './read-row.ts'
import { readTable } from './read-table.ts'
import { FileRefused, type MergedRows, type TableRow } from './table.ts'

/** Everything that can be known from the file alone. `today` is the last day that anything can have happened. */
export async function readRecords(bytes: Buffer, today: string): Promise<ReadRecords> {
  const { rows, merged, from1904 } = await readTable(bytes)
  const { row: headingRow, columns, headings } = findHeadings(rows)
  const joined = mergedColumns(merged, columns)
  const result: ReadRecords = { records: [], problems: [], columns, headings }
  for (const row of rows) {
    if (row.row <= headingRow || isEmpty(row, columns)) continue
    const reader = new RowReader(row, columns, from1904)
    for (const field of joined.get(row.row) ?? []) {
      reader.complain(field, 'Ô bị gộp nhiều dòng. Bạn bỏ gộp (Unmerge) rồi điền từng dòng.')
    }
    const record = reader.problems.length > 0 ? undefined : reader.read()
    if (record) checkDays(record, reader, today)
    if (record && reader.problems.length === 0) result.records.push(record)
    result.problems.push(...reader.problems)
  }
  if (result.records.length + result.problems.length === 0) {
    throw new FileRefused('Bảng không có dòng hồ sơ nào dưới dòng tiêu đề. Bạn chọn lại tệp.')
  }
  return withoutRepeated(result)
}

const isEmpty = ({ cells }: TableRow, columns: Columns) =>
  Object.values(columns).every((column) => {
    const cell = cells[column]
    return cell === undefined || (cell.kind === 'text' && cell.text.trim() === '')
  })

function mergedColumns(merged: readonly MergedRows[], columns: Columns): Map<number, Field[]> {
  const fields = new Map(Object.entries(columns).map(([field, column]) => [column, field as Field]))
  const rows = new Map<number, Field[]>()
  for (const { column, from, to } of merged) {
    const field = fields.get(column)
    if (!field) continue
    for (let row = from; row <= to; row += 1) rows.set(row, [...(rows.get(row) ?? []), field])
  }
  return rows
}

function checkDays(record: SheetRecord, reader: RowReader, today: string): void {
  const { receivedOn, changedOn, promisedOn } = record
  if (receivedOn > today) reader.complain('receivedOn', 'Ngày nhận ở tương lai. Bạn kiểm tra ngày và tháng.')
  if (changedOn && changedOn > today)
    reader.complain('changedOn', 'Ngày cập nhật ở tương lai. Bạn kiểm tra lại.')
  if (changedOn && changedOn < receivedOn)
    reader.complain('changedOn', 'Ngày cập nhật trước ngày nhận. Bạn kiểm tra hai ngày.')
  if (promisedOn && promisedOn < receivedOn)
    reader.complain('promisedOn', 'Ngày hẹn trước ngày nhận. Bạn kiểm tra hai ngày.')
}

/** Which of two rows of one code is right, only the office knows: neither is taken. */
function withoutRepeated({ records, problems, columns, headings }: ReadRecords): ReadRecords {
  const rowsOf = new Map<string, number[]>()
  for (const { code, row } of records) rowsOf.set(code, [...(rowsOf.get(code) ?? []), row])
  const repeated: Problem[] = records.flatMap(({ code, row }) => {
    const others = (rowsOf.get(code) ?? []).filter((other) => other !== row)
    if (others.length === 0) return []
    const text = `Mã hồ sơ lặp lại ở dòng ${others.slice(0, 5).join(', ')}. Bạn chỉ giữ dòng đúng.`
    return [{ row, column: columns.code ?? null, field: 'code' as const, text }]
  })
  return {
    records: records.filter(({ code }) => rowsOf.get(code)?.length === 1),
    problems: [...problems, ...repeated].sort((a, b) => a.row - b.row),
    columns,
    headings,
  }
}
