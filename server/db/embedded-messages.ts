import type { WireParam } from './params.ts'

// Execute the portal without a row limit, then Sync.
const EXECUTE_AND_SYNC = Buffer.from([0x45, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0x53, 0, 0, 0, 4])
const BIND = 0x42

/**
 * Binds the values to a prepared statement and runs it. PGlite's own serializer writes the same bytes, but takes as
 * long for it as the engine for the whole query.
 */
export function bindAndRun(statement: string, values: readonly WireParam[]): Buffer {
  const size = bindSize(statement, values)
  const message = Buffer.allocUnsafe(1 + size + EXECUTE_AND_SYNC.length)
  let at = message.writeUInt8(BIND, 0)
  at = message.writeUInt32BE(size, at)
  at = message.writeUInt8(0, at) // the unnamed portal
  at += message.write(statement, at, 'latin1')
  at = message.writeUInt8(0, at)
  at = message.writeUInt16BE(values.length, at)
  for (const value of values) at = message.writeUInt16BE(value instanceof Buffer ? 1 : 0, at)
  at = message.writeUInt16BE(values.length, at)
  for (const value of values) at = writeValue(message, value, at)
  at = message.writeUInt16BE(0, at) // all results as text
  message.set(EXECUTE_AND_SYNC, at)
  return message
}

function bindSize(statement: string, values: readonly WireParam[]): number {
  // Length, portal's and statement's NUL, three counts, and for each value its format and its length.
  let size = 4 + 1 + statement.length + 1 + 6 + values.length * 6
  for (const value of values) if (value !== null) size += Buffer.byteLength(value)
  return size
}

function writeValue(message: Buffer, value: WireParam, at: number): number {
  if (value === null) return message.writeInt32BE(-1, at)
  const start = at + 4
  const length = typeof value === 'string' ? message.write(value, start) : value.copy(message, start)
  message.writeUInt32BE(length, at)
  return start + length
}
