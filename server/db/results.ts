export type ParseValue = (text: string) => unknown

/** PostgreSQL's type numbers (pg_type.oid) with their array types; they never change between versions. */
const SCALARS: [oid: number, arrayOid: number, parse: ParseValue][] = [
  [16, 1000, (text) => text === 't'], // bool
  [17, 1001, (text) => Buffer.from(text.slice(2), 'hex')], // bytea, '\x…'
  [20, 1016, Number], // int8: exact to 2^53, far above any count or id we make
  [21, 1005, Number], // int2
  [23, 1007, Number], // int4
  [26, 1028, Number], // oid
  [700, 1021, Number], // float4
  [701, 1022, Number], // float8
  [114, 199, parseJson], // json
  [3802, 3807, parseJson], // jsonb
  [1184, 1185, parseTimestamp], // timestamptz
  [25, 1009, asText], // text
  [1043, 1015, asText], // varchar
  [1082, 1182, asText], // date
  [1700, 1231, asText], // numeric
  [2950, 2951, asText], // uuid
]

const PARSERS = new Map<number, ParseValue>()
for (const [oid, arrayOid, parse] of SCALARS) {
  PARSERS.set(oid, parse)
  PARSERS.set(arrayOid, (text) => parseArray(text, parse))
}

export function parserFor(oid: number): ParseValue {
  return PARSERS.get(oid) ?? asText
}

function asText(text: string): string {
  return text
}

function parseJson(text: string): unknown {
  return JSON.parse(text)
}

function parseTimestamp(text: string): Date {
  // '2026-01-31 08:15:00.123456+00': sessions run in UTC, so the zone is always +00.
  return new Date(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`)
}

function parseArray(text: string, parse: ParseValue): unknown[] {
  // Other lower bounds are written in front, as in '[0:1]={a,b}'.
  return readArray({ text, at: text.indexOf('{') + 1, parse })
}

interface ArrayReader {
  text: string
  at: number
  parse: ParseValue
}

function readArray(reader: ArrayReader): unknown[] {
  const values: unknown[] = []
  while (reader.at < reader.text.length) {
    const char = reader.text[reader.at]
    if (char === '}') {
      reader.at += 1
      break
    }
    if (char === ',') reader.at += 1
    else if (char === '{') {
      reader.at += 1
      values.push(readArray(reader))
    } else values.push(char === '"' ? reader.parse(readQuoted(reader)) : readBare(reader))
  }
  return values
}

function readQuoted(reader: ArrayReader): string {
  let value = ''
  for (reader.at += 1; reader.text[reader.at] !== '"'; reader.at += 1) {
    if (reader.text[reader.at] === '\\') reader.at += 1
    value += reader.text[reader.at]
  }
  reader.at += 1
  return value
}

function readBare(reader: ArrayReader): unknown {
  const start = reader.at
  while (!',}'.includes(reader.text[reader.at] ?? '}')) reader.at += 1
  const value = reader.text.slice(start, reader.at)
  return value === 'NULL' ? null : reader.parse(value)
}
