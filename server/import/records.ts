import type { ApplicationStatus } from '#contract/application-status.ts'
import type { Columns, Field, Heading } from './headings.ts'

/** One row of the sheet, understood. */
export interface SheetRecord {
  row: number
  code: string
  procedure: string
  status: ApplicationStatus
  receivedOn: string
  changedOn: string | null
  promisedOn: string | null
  /** What opens the file with its code: the PIN or the last four digits. Null keeps what is stored. */
  factor: string | null
  phone: string | null
  /** As the sheet names it; null leaves it to who imports. */
  station: string | null
  place: string | null
  note: string | null
  reason: string | null
}

/** Why a row is not taken and how to mend it. Never holds what stands in a cell about a person. */
export interface Problem {
  row: number
  column: number | null
  field: Field | null
  text: string
}

export interface ReadRecords {
  records: SheetRecord[]
  problems: Problem[]
  columns: Columns
  headings: Heading[]
}
