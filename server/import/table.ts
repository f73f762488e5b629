import { largestImport } from '#contract/desk-import.ts'

/** One cell as the file has it. A number may be a date, a phone that lost its zero, or a code. */
export type Cell =
  | { kind: 'text'; text: string }
  | { kind: 'number'; value: number }
  /** Computed by the spreadsheet program: what it shows may be stale, and it may reach outside. */
  | { kind: 'formula' }
  | { kind: 'broken' }

export interface TableRow {
  /** As the spreadsheet program numbers it. */
  row: number
  /** By column, from 0; holes are empty cells. */
  cells: (Cell | undefined)[]
}

/** Cells that are drawn as one over several rows: only the first of them has the value. */
export interface MergedRows {
  column: number
  from: number
  to: number
}

export interface Table {
  rows: TableRow[]
  merged: MergedRows[]
}

/** The file as a whole cannot be taken; the message says in Vietnamese what to do. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused'
}

export const limits = {
  fileBytes: largestImport,
  rows: 100_000,
  columns: 60,
  cellLength: 1_000,
} as const

/** Column 0 is A, 26 is AA. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}

export function checkRow(row: number): void {
  if (!(row <= limits.rows)) {
    const most = limits.rows.toLocaleString('vi-VN')
    throw new FileRefused(`Bảng có hơn ${most} dòng. Bạn chia bảng thành nhiều tệp rồi nhập từng tệp.`)
  }
}

/** Text longer than any field allows is cut: it will be refused by its field, and need not fill the memory. */
export const textCell = (text: string): Cell | undefined =>
  text === '' ? undefined : { kind: 'text', text: text.slice(0, limits.cellLength) }
