import { expect, test } from 'vitest'
import { ApiError } from '../http/api-error.ts'
import { readCursor, writeCursor } from './news-cursor.ts'

const encode = (text: string) => Buffer.from(text).toString('base64url')

test.for([
  ['no base64', '!!!'],
  ['no JSON', encode('page 2')],
  ['another value', encode('{"publishedAt":"2026-11-20T01:00:00.000Z","id":1}')],
  ['null', encode('null')],
  ['a prototype', encode('{"__proto__":[1]}')],
  ['too few parts', encode('["2026-11-20T01:00:00.000Z"]')],
  ['no time', encode('["now()",1]')],
  ['a time without a zone', encode('["2026-11-20 01:00:00",1]')],
  ['a time that does not exist', encode('["2026-11-20T99:00:00Z",1]')],
  ['a time long ago', encode('["0001-01-01T00:00:00Z",1]')],
  ['a time far away', encode('["9999-01-01T00:00:00Z",1]')],
  ['id zero', encode('["2026-11-20T01:00:00.000Z",0]')],
  ['a negative id', encode('["2026-11-20T01:00:00.000Z",-1]')],
  ['half an id', encode('["2026-11-20T01:00:00.000Z",1.5]')],
  ['an id beyond safe numbers', encode('["2026-11-20T01:00:00.000Z",9007199254740992]')],
  ['an id as text', encode('["2026-11-20T01:00:00.000Z","1"]')],
  ['an infinite id', encode('["2026-11-20T01:00:00.000Z",1e999]')],
] as const)('a forged cursor with %s is refused', ([, cursor]) => {
  expect(() => readCursor(cursor)).toThrow(expect.objectContaining({ code: 'invalid' }) as ApiError)
})

test.for(['2026-02-31T00:00:00Z', '2026-11-20T01:00:00+23:00', '2026-11-20T01:00+07'])(
  'the odd time %s becomes one that PostgreSQL reads, or is refused',
  (time) => {
    const read = () => readCursor(encode(JSON.stringify([time, 1]))).publishedAt
    expect(outcome(read)).toMatch(/^(?:refused|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)$/)
  },
)

test('a cursor reads back as it was written, and fits into an address', () => {
  const last = { publishedAt: '2026-11-20T01:02:03.456Z', id: Number.MAX_SAFE_INTEGER }
  expect(readCursor(writeCursor(last))).toEqual(last)
  expect(writeCursor(last)).toMatch(/^[A-Za-z0-9_-]{1,120}$/)
})

function outcome(read: () => string): string {
  try {
    return read()
  } catch (error) {
    return error instanceof ApiError ? 'refused' : 'failed'
  }
}
