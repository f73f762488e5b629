import * as v from 'valibot'
import type { ApplicationStatus } from '#contract/application-status.ts'
import { ApplicationCode } from '#contract/applications.ts'
import { addDays } from '#contract/day.ts'
import { holdsIdentityNumber } from '#contract/identity-number.ts'
import { type Columns, type Field, fieldName } from './headings.ts'
import type { Problem, SheetRecord } from './records.ts'
import { allStatusNames, readStatus } from './status-names.ts'
import type { Cell, TableRow } from './table.ts'
import { digitsOf, readDay, readPhone, readSerialDay, tidyCode, tidyLines, tidyText } from './values.ts'

const longest = { procedure: 200, station: 200, place: 200, note: 300, reason: 300 } as const
/** Days from taking in to the promised day: more is a slip of the pen. */
const longestWait = 3 * 366
const dayForm = 'Bạn ghi ngày/tháng/năm, ví dụ 25/11/2026.'

/** Reads the cells of one row; what it does not understand becomes a problem. */
export class RowReader {
  readonly problems: Problem[] = []
  readonly #row: TableRow
  readonly #columns: Columns
  readonly #from1904: boolean

  constructor(row: TableRow, columns: Columns, from1904: boolean) {
    this.#row = row
    this.#columns = columns
    this.#from1904 = from1904
  }

  /** Undefined when the row has problems. */
  read(): SheetRecord | undefined {
    const code = this.#code()
    const procedure = this.#need('procedure', this.#text('procedure'))
    const status = this.#status()
    const receivedOn = this.#need('receivedOn', this.#day('receivedOn'))
    const rest = {
      changedOn: this.#day('changedOn'),
      promisedOn: this.#day('promisedOn'),
      ...this.#factor(),
      station: this.#text('station'),
      place: this.#text('place'),
      note: this.#text('note'),
      reason: this.#text('reason'),
    }
    if (receivedOn && rest.promisedOn && rest.promisedOn > addDays(receivedOn, longestWait)) {
      this.complain('promisedOn', 'Ngày hẹn cách ngày nhận quá 3 năm. Bạn xem lại năm.')
    }
    if (this.problems.length > 0 || !code || !procedure || !status || !receivedOn) return undefined
    return { row: this.#row.row, code, procedure, status, receivedOn, ...rest }
  }

  complain(field: Field | null, text: string): null {
    const column = field === null ? null : (this.#columns[field] ?? null)
    this.problems.push({ row: this.#row.row, column, field, text })
    return null
  }

  #cell(field: Field): Extract<Cell, { kind: 'text' | 'number' }> | undefined {
    const column = this.#columns[field]
    const cell = column === undefined ? undefined : this.#row.cells[column]
    if (cell?.kind === 'formula') {
      this.complain(field, 'Ô là công thức. Bạn sao chép cột rồi dán lại dạng giá trị (Paste Values).')
      return undefined
    }
    if (cell?.kind === 'broken') {
      this.complain(field, 'Ô đang báo lỗi. Bạn nhập lại giá trị.')
      return undefined
    }
    return cell
  }

  #text(field: keyof typeof longest): string | null {
    const cell = this.#cell(field)
    if (!cell) return null
    const tidy = field === 'note' ? tidyLines : tidyText
    const text = tidy(cell.kind === 'text' ? cell.text : String(cell.value))
    if (text.length > longest[field]) {
      return this.complain(field, `Dài quá ${longest[field]} ký tự. Bạn rút ngắn.`)
    }
    if ((field === 'note' || field === 'reason') && holdsIdentityNumber(text)) {
      return this.complain(field, 'Có số giống số căn cước hoặc CMND. Bạn bỏ số đó: công dân đọc dòng này.')
    }
    return text || null
  }

  #digits(field: Field): string | null {
    const cell = this.#cell(field)
    if (!cell) return null
    const text = cell.kind === 'text' ? tidyText(cell.text) : digitsOf(cell.value)
    return text === undefined ? this.complain(field, 'Không phải một số nguyên. Bạn nhập lại.') : text || null
  }

  #code(): string | null {
    const written = this.#need('code', this.#digits('code'))
    if (written === null) return null
    const code = tidyCode(written)
    if (v.is(ApplicationCode, code)) return code
    return this.complain(
      'code',
      'Mã hồ sơ gồm 6 đến 32 ký tự: chữ không dấu, số, dấu chấm, gạch ngang, gạch chéo. Bạn kiểm tra lại.',
    )
  }

  #status(): ApplicationStatus | null {
    const written = this.#need('status', this.#digits('status'))
    if (written === null) return null
    return (
      readStatus(written) ??
      this.complain('status', `Không rõ trạng thái. Bạn ghi một trong: ${allStatusNames()}.`)
    )
  }

  #day(field: 'receivedOn' | 'changedOn' | 'promisedOn'): string | null {
    const cell = this.#cell(field)
    if (!cell || (cell.kind === 'text' && tidyText(cell.text) === '')) return null
    const day = cell.kind === 'text' ? readDay(cell.text) : readSerialDay(cell.value, this.#from1904)
    return day ?? this.complain(field, `Không đọc được ngày. ${dayForm}`)
  }

  /** The PIN comes first: it was given because the phone is not to be used. */
  #factor(): { factor: string | null; phone: string | null } {
    const [written, lastFour, pin] = [
      this.#digits('phone'),
      this.#fixed('lastFour', 4),
      this.#fixed('pin', 6),
    ]
    const phone = written === null ? null : (readPhone(written) ?? null)
    if (written !== null && phone === null) {
      this.complain(
        'phone',
        'Không phải số điện thoại: di động có 10 chữ số, máy bàn có 11, bắt đầu bằng 0. Bạn sửa lại số.',
      )
    }
    return { factor: pin ?? phone?.slice(-4) ?? lastFour, phone }
  }

  #fixed(field: 'lastFour' | 'pin', length: number): string | null {
    const written = this.#digits(field)
    if (written === null) return null
    // A number lost its leading zeros.
    const digits = this.#cell(field)?.kind === 'number' ? written.padStart(length, '0') : written
    if (/^\d+$/.test(digits) && digits.length === length) return digits
    return this.complain(field, `Cần đúng ${length} chữ số. Bạn sửa lại.`)
  }

  #need<T>(field: Field, value: T | null): T | null {
    const told = this.problems.some((problem) => problem.field === field)
    if (value === null && !told)
      this.complain(field, `Chưa điền “${fieldName(field)}”. Bạn điền rồi nhập lại.`)
    return value
  }
}
