import * as v from 'valibot'
import { ApiError } from '../http/api-error.ts'

/** The last article of a page; the next page starts after it, whatever was published meanwhile. */
export interface NewsCursor {
  publishedAt: string
  id: number
}

const Content = v.tuple([
  v.pipe(v.string(), v.isoTimestamp()),
  v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
])

export function writeCursor({ publishedAt, id }: NewsCursor): string {
  return Buffer.from(JSON.stringify([publishedAt, id])).toString('base64url')
}

export function readCursor(cursor: string): NewsCursor {
  const parsed = v.safeParse(Content, parseJson(Buffer.from(cursor, 'base64url').toString('utf8')))
  const time = parsed.success ? new Date(parsed.output[0]) : undefined
  const year = time?.getUTCFullYear() ?? NaN
  // Dates far away are nobody's cursor.
  if (!parsed.success || !time || !(year >= 2000 && year < 3000))
    throw new ApiError('invalid', { fields: { cursor: 'format' } })
  // Written anew: isoTimestamp also allows days (31 February) and zones (+23:00) that PostgreSQL refuses.
  return { publishedAt: time.toISOString(), id: parsed.output[1] }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
