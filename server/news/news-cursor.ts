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
  const year = parsed.success ? new Date(parsed.output[0]).getUTCFullYear() : NaN
  // isoTimestamp allows days that do not exist (31 February); dates far away are nobody's cursor.
  if (!parsed.success || !(year >= 2000 && year < 3000))
    throw new ApiError('invalid', { fields: { cursor: 'format' } })
  return { publishedAt: parsed.output[0], id: parsed.output[1] }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
