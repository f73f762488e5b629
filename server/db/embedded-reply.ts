import type { ErrorReport } from './error-report.ts'
import { parserFor, type ParseValue } from './results.ts'

export interface Column {
  name: string
  parse: ParseValue
}

/** What the engine answered to one round of protocol messages. */
export interface Reply {
  rows: Record<string, unknown>[]
  command: string
  /** Present when the round described a statement. */
  columns: Column[] | undefined
  error: ErrorReport | undefined
  /** False when the engine died before it could say it is ready again. */
  complete: boolean
}

// https://www.postgresql.org/docs/18/protocol-message-formats.html
const ROW_DESCRIPTION = 0x54
const NO_DATA = 0x6e
const DATA_ROW = 0x44
const COMMAND_COMPLETE = 0x43
const ERROR_RESPONSE = 0x45
const READY = 0x5a

export function readReply(bytes: Buffer, known: Column[] | undefined): Reply {
  const reply: Reply = { rows: [], command: '', columns: undefined, error: undefined, complete: false }
  let columns = known ?? []
  for (let at = 0; at + 5 <= bytes.length;) {
    const body = at + 5
    const end = at + 1 + bytes.readUInt32BE(at + 1)
    switch (bytes[at]) {
      case DATA_ROW:
        reply.rows.push(readRow(bytes, body, columns))
        break
      case ROW_DESCRIPTION:
        columns = reply.columns = readColumns(bytes, body)
        break
      case NO_DATA:
        reply.columns = []
        break
      case COMMAND_COMPLETE:
        reply.command = bytes.toString('latin1', body, end - 1)
        break
      case ERROR_RESPONSE:
        reply.error ??= readError(bytes, body)
        break
      case READY:
        reply.complete = true
        break
    }
    at = end
  }
  return reply
}

function readRow(bytes: Buffer, body: number, columns: Column[]): Record<string, unknown> {
  const row: Record<string, unknown> = {}
  let at = body + 2
  for (const column of columns) {
    const length = bytes.readInt32BE(at)
    at += 4
    if (length < 0) row[column.name] = null
    else {
      row[column.name] = column.parse(bytes.toString('utf8', at, at + length))
      at += length
    }
  }
  return row
}

function readColumns(bytes: Buffer, body: number): Column[] {
  const columns: Column[] = []
  let at = body + 2
  for (let left = bytes.readUInt16BE(body); left > 0; left -= 1) {
    const end = bytes.indexOf(0, at)
    // After the name: table (4 bytes), column (2), type (4), size (2), modifier (4), format (2).
    columns.push({ name: bytes.toString('utf8', at, end), parse: parserFor(bytes.readUInt32BE(end + 7)) })
    at = end + 19
  }
  return columns
}

function readError(bytes: Buffer, body: number): ErrorReport {
  const fields = new Map<string, string>()
  for (let at = body; bytes[at];) {
    const end = bytes.indexOf(0, at)
    fields.set(String.fromCharCode(bytes[at] ?? 0), bytes.toString('utf8', at + 1, end))
    at = end + 1
  }
  return {
    code: fields.get('C') ?? 'XX000',
    message: fields.get('M') ?? 'unknown error',
    constraint: fields.get('n'),
  }
}
