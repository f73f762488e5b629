import { plainName, type XmlEvents } from './parse-xml.ts'
import { type Cell, checkRow, FileRefused, limits, type MergedRows, type Table, textCell } from './table.ts'

interface OpenCell {
  column: number
  type: string
  value: string
  formula: boolean
}

/** Puts a sheet together from its XML. Styles are not needed: what a number means depends on its column. */
export class SheetReader implements XmlEvents {
  readonly table: Table = { rows: [], merged: [] }
  readonly #sharedTexts: readonly string[]
  #row = 0
  #cells: (Cell | undefined)[] = []
  #cell: OpenCell | undefined
  #inValue = false
  #mergedRows = 0

  constructor(sharedTexts: readonly string[]) {
    this.#sharedTexts = sharedTexts
  }

  readonly open: NonNullable<XmlEvents['open']> = ({ name, attributes }) => {
    const tag = plainName(name)
    if (tag === 'row') this.#openRow(attributes.r)
    else if (tag === 'c') this.#openCell(attributes.r, attributes.t)
    else if (tag === 'f' && this.#cell) this.#cell.formula = true
    else if (tag === 'v' || tag === 't') this.#inValue = true
    else if (tag === 'mergeCell') this.#merge(attributes.ref ?? '')
  }

  readonly text: NonNullable<XmlEvents['text']> = (text) => {
    if (this.#inValue && this.#cell && this.#cell.value.length < limits.cellLength) this.#cell.value += text
  }

  readonly close: NonNullable<XmlEvents['close']> = ({ name }) => {
    const tag = plainName(name)
    if (tag === 'v' || tag === 't') this.#inValue = false
    else if (tag === 'c') this.#closeCell()
    else if (tag === 'row' && this.#cells.length > 0) {
      this.table.rows.push({ row: this.#row, cells: this.#cells })
    }
  }

  #openRow(number: string | undefined): void {
    this.#row = number ? Number(number) : this.#row + 1
    checkRow(this.#row)
    this.#cells = []
  }

  #openCell(reference: string | undefined, type = 'n'): void {
    const column = reference ? placeOf(reference).column : this.#cells.length
    this.#cell = { column, type, value: '', formula: false }
  }

  #closeCell(): void {
    const cell = this.#cell
    this.#cell = undefined
    if (!cell || cell.column >= limits.columns) return
    const read = this.#read(cell)
    if (read) this.#cells[cell.column] = read
  }

  #read({ type, value, formula }: OpenCell): Cell | undefined {
    if (formula) return { kind: 'formula' }
    if (value === '') return undefined
    if (type === 's') return textCell(this.#sharedTexts[Number(value)] ?? '')
    if (type === 'inlineStr' || type === 'str' || type === 'd') return textCell(value)
    if (type === 'n' && Number.isFinite(Number(value))) return { kind: 'number', value: Number(value) }
    return { kind: 'broken' }
  }

  #merge(range: string): void {
    const [first = '', last = first] = range.split(':')
    const [from, to] = [placeOf(first), placeOf(last)]
    if (to.row <= from.row) return
    checkRow(to.row)
    for (let column = from.column; column <= Math.min(to.column, limits.columns); column += 1) {
      const merged: MergedRows = { column, from: from.row, to: to.row }
      this.table.merged.push(merged)
      this.#mergedRows += to.row - from.row
      if (this.#mergedRows > limits.rows)
        throw new FileRefused('Bảng có quá nhiều ô gộp. Bạn bỏ gộp ô rồi lưu lại.')
    }
  }
}

/** `AB12` → column 27, row 12. */
function placeOf(reference: string): { column: number; row: number } {
  const [, letters = 'A', digits = '0'] = /^\$?([A-Z]{1,3})\$?(\d+)$/.exec(reference) ?? []
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { column, row: Number(digits) }
}
