import { DatabaseError, DatabaseUnavailable } from './database.ts'

export interface ErrorReport {
  code: string
  message: string
  constraint?: string | undefined
}

// 08 connection, 53 no disk/memory/connections left, 57P01-57P03 shutting down or starting, 58 input/output.
const OUTAGE = /^(08(?!P01)|53|57P0[123]|58)/

/** PostgreSQL's `detail` is left out on purpose: it quotes the row, and errors end in logs. */
export function errorFromReport(report: ErrorReport): DatabaseError | DatabaseUnavailable {
  if (OUTAGE.test(report.code)) return new DatabaseUnavailable(`${report.message} (${report.code})`)
  return new DatabaseError(report.code, report.message, { constraint: report.constraint })
}
