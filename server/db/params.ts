import { DatabaseError } from './database.ts'

/** What travels to PostgreSQL: text, bytes or NULL. Both engines send exactly this, so both read it alike. */
export type WireParam = string | Buffer | null

export function encodeParams(params: readonly unknown[] = []): WireParam[] {
  return params.map(encodeParam)
}

function encodeParam(value: unknown): WireParam {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return withoutNul(value)
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength)
  if (Array.isArray(value)) return arrayLiteral(value)
  return scalarText(value)
}

function scalarText(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return String(value)
  if (value instanceof Date) return dateText(value)
  // Guessing between JSON and an array would work for objects and surprise for arrays: nobody guesses.
  throw new TypeError(`A ${typeof value} is no SQL parameter; pass JSON as text: JSON.stringify(value)`)
}

function dateText(value: Date): string {
  if (Number.isNaN(value.getTime()))
    throw new DatabaseError('22007', 'An invalid Date was passed as a parameter')
  return value.toISOString()
}

function withoutNul(value: string): string {
  // PostgreSQL text cannot hold NUL. Refused here, because in SQL text it would silently cut the rest off.
  if (value.includes('\0')) throw new DatabaseError('22021', 'Text for the database contains a NUL character')
  return value
}

function arrayLiteral(values: readonly unknown[]): string {
  return `{${values.map(arrayElement).join(',')}}`
}

function arrayElement(value: unknown): string {
  if (value === null || value === undefined) return 'NULL'
  if (Array.isArray(value)) return arrayLiteral(value)
  if (value instanceof Uint8Array) return `"\\\\x${Buffer.from(value).toString('hex')}"`
  const text = typeof value === 'string' ? withoutNul(value) : scalarText(value)
  return `"${text.replace(/[\\"]/g, '\\$&')}"`
}

const TRANSACTION_CONTROL = /^\s*(begin|start\s+transaction|commit|end|rollback|abort|savepoint|release)\b/i

/** Refuses what would leave a shared session in a state the next request does not expect. */
export function checkStatement(text: string): void {
  withoutNul(text)
  if (TRANSACTION_CONTROL.test(text)) throw new Error(`Use tx() instead of "${text.trim()}"`)
}
