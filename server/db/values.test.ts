import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '#server/testing/database.ts'
import { DatabaseError } from './database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

async function value(expression: string, ...params: unknown[]): Promise<unknown> {
  const [row] = await database.query<{ value: unknown }>(`select ${expression} as value`, params)
  return row?.value
}

test.each<[expression: string, expected: unknown]>([
  ['1::int2', 1],
  ['(-2147483648)::int4', -2147483648],
  ['9007199254740991::int8', 9007199254740991],
  ['(select count(*) from generate_series(1, 3))', 3],
  ['1.5::float8', 1.5],
  [`'NaN'::float8`, NaN],
  ['1234.50::numeric(12, 2)', '1234.50'],
  ['true', true],
  ['1 > 2', false],
  ['null::int', null],
  [`'Nguyễn Thị Bưởi 👮'`, 'Nguyễn Thị Bưởi 👮'],
  [`''`, ''],
  [`'x'::char(3)`, 'x  '],
  [`date '2026-02-28'`, '2026-02-28'],
  [`timestamptz '2026-01-31 08:15:00.123456+07'`, new Date('2026-01-31T01:15:00.123Z')],
  [`timestamptz '1995-04-05 00:00:00+07'`, new Date('1995-04-04T17:00:00Z')],
  [`timestamp '2026-01-31 08:15:00'`, '2026-01-31 08:15:00'],
  [`'5d8b1a0e-2f6c-4e0b-9a55-0d1c6f3b7e21'::uuid`, '5d8b1a0e-2f6c-4e0b-9a55-0d1c6f3b7e21'],
  [`'{"a": [1, null, "đ"]}'::jsonb`, { a: [1, null, 'đ'] }],
  [`'null'::jsonb`, null],
  [`'"text"'::json`, 'text'],
  [
    `array['a', 'b,c', '"', '\\', '', ' ', null, 'NULL', '{}']`,
    ['a', 'b,c', '"', '\\', '', ' ', null, 'NULL', '{}'],
  ],
  [`'{}'::text[]`, []],
  [
    'array[[1, 2], [3, 4]]',
    [
      [1, 2],
      [3, 4],
    ],
  ],
  [`'[0:1]={5,6}'::int[]`, [5, 6]],
  [`array[timestamptz '2026-01-31 00:00:00+00']`, [new Date('2026-01-31T00:00:00Z')]],
  [`array['{"a": "b"}'::jsonb]`, [{ a: 'b' }]],
  [`array[true, false]`, [true, false]],
  [`current_setting('TimeZone')`, 'UTC'],
])('select %s gives %j', async (expression, expected) => {
  expect(await value(expression)).toEqual(expected)
})

test('bytea is a Buffer, of any bytes', async () => {
  const bytes = Buffer.from(Array.from({ length: 256 }, (_, index) => index))
  expect(await value('$1::bytea', bytes)).toStrictEqual(bytes)
  expect(await value('$1::bytea', new Uint8Array(bytes).subarray(10, 20))).toStrictEqual(
    bytes.subarray(10, 20),
  )
  expect(await value('$1::bytea', Buffer.alloc(0))).toStrictEqual(Buffer.alloc(0))
  expect(await value('$1::bytea[]', [bytes, null])).toStrictEqual([bytes, null])
})

test.each<[type: string, sent: unknown, expected: unknown]>([
  ['text', 'Đường số 7', 'Đường số 7'],
  ['text', 'x'.repeat(100_000), 'x'.repeat(100_000)],
  ['text', 'a\ud800b\udc00', 'a\ufffdb\ufffd'], // half characters are replaced, not passed on
  ['int', 7, 7],
  ['int8', '9007199254740991', 9007199254740991],
  ['float8', -0.25, -0.25],
  ['float8', Infinity, Infinity],
  ['boolean', true, true],
  ['text', null, null],
  ['int', undefined, null],
  ['timestamptz', new Date('2026-01-31T01:15:00.123Z'), new Date('2026-01-31T01:15:00.123Z')],
  ['date', '2026-02-28', '2026-02-28'],
  ['jsonb', JSON.stringify([{ a: "it's" }, 2]), [{ a: "it's" }, 2]],
  [
    'text[]',
    ['a"b', 'c\\d', 'e,f', '', null, undefined, 'NULL', '{x}'],
    ['a"b', 'c\\d', 'e,f', '', null, null, 'NULL', '{x}'],
  ],
  ['int[]', [], []],
  ['int[]', [1, 2, null], [1, 2, null]],
  ['int[]', [[1], [2]], [[1], [2]]],
  ['timestamptz[]', [new Date(0)], [new Date(0)]],
])('a parameter of type %s takes %j', async (type, sent, expected) => {
  expect(await value(`$1::${type}`, sent)).toEqual(expected)
})

test('an array is a list for any()', async () => {
  expect(await value(`array(select n from generate_series(1, 9) n where n = any($1))`, [2, 5, 99])).toEqual([
    2, 5,
  ])
})

test('an object is refused instead of guessed at', async () => {
  await expect(value('$1::jsonb', { a: 1 })).rejects.toThrow('JSON.stringify')
  await expect(value('$1::jsonb', [{ a: 1 }])).rejects.toThrow('JSON.stringify')
})

test.each(['text', 'text[]'])('a NUL in %s is a DatabaseError on either engine', async (type) => {
  const sent = type === 'text' ? 'a\0b' : ['a\0b']
  const error = await value(`$1::${type}`, sent).catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(DatabaseError)
  expect(error).toHaveProperty('code', '22021')
  await expect(value(`'a\0b'`)).rejects.toHaveProperty('code', '22021')
  expect(await value('1')).toBe(1)
})

test('an invalid Date is a DatabaseError', async () => {
  await expect(value('$1::timestamptz', new Date('no'))).rejects.toHaveProperty('code', '22007')
})

test('many rows and wide rows arrive whole', async () => {
  const rows = await database.query<{ n: number; text: string }>(
    `select n, repeat('đ', 700) as text from generate_series(1, 5000) n`,
  )
  expect(rows).toHaveLength(5000)
  expect(rows.every(({ n, text }, index) => n === index + 1 && text.length === 700)).toBe(true)
})

test('a bigint is sent exactly', async () => {
  expect(await value('$1::int8::text', 9007199254740993n)).toBe('9007199254740993')
})
