import { type CsvError, parse } from 'csv-parse/sync'
import { checkRow, FileRefused, limits, type Table, textCell } from './table.ts'

const delimiters = [';', ',', '\t'] as const

/** Text with separators, as Excel and other systems save it in Viet Nam. */
export function readCsv(bytes: Buffer): Table {
  const text = decode(bytes)
  if (text.includes('\0')) throw new FileRefused('Tệp không phải bảng tính. Hệ thống nhận tệp XLSX hoặc CSV.')
  const records = split(text)
  const rows = records.map((record, index) => {
    checkRow(index + 1)
    return { row: index + 1, cells: record.slice(0, limits.columns).map(textCell) }
  })
  return { rows, merged: [] }
}

function split(text: string): string[][] {
  try {
    return parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: 100_000,
    })
  } catch (error) {
    const line = (error as CsvError & { lines?: number }).lines
    throw new FileRefused(
      `Tệp CSV sai dấu ngoặc kép${line ? ` quanh dòng ${line}` : ''}. Bạn sửa hoặc lưu dạng XLSX.`,
    )
  }
}

/** UTF-8, UTF-16 with its mark, else Windows-1258: what is no valid UTF-8 was saved by an old program. */
function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1258').decode(bytes)
  }
}

/** The one that is most frequent in the lines at the top, outside quotes. */
function delimiterOf(text: string): string {
  const top = text.slice(0, 4_000).replace(/"[^"]*"/g, '')
  const counted = delimiters.map((delimiter) => [delimiter, top.split(delimiter).length] as const)
  return counted.reduce((best, next) => (next[1] > best[1] ? next : best))[0]
}
