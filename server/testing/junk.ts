import * as fc from 'fast-check'

/** The part of JSON Schema that our OpenAPI document uses. */
export interface Schema {
  type?: string
  properties?: Record<string, Schema>
  required?: string[]
  const?: unknown
  enum?: unknown[]
  format?: string
  pattern?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  items?: Schema
}

const oddTexts = [
  '',
  ' ',
  '\0',
  'a\0b'.repeat(20),
  '\ud800',
  `${'xin chào '.repeat(4)}\udc00`,
  '😀'.repeat(30),
  'e\u0302\u0301'.repeat(30),
  '\u202e\u200b'.repeat(20),
  'a'.repeat(5_000),
  'ế'.repeat(40_000),
  '__proto__',
  'constructor',
  '../../etc/passwd',
  "' or 1=1 --",
  '${7*7}{{7*7}}<script>',
  '%00%ff%',
  '1e999',
  'null',
  '-1',
]
const oddNumbers = [0, -0, -1, 0.1, 1e21, Number.MAX_SAFE_INTEGER, Number.MAX_VALUE, 5e-324, NaN, Infinity]

export const oddText = fc.oneof(
  fc.constantFrom(...oddTexts),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
)

/** Anything that JSON can carry, the unusual first. */
export const junk: fc.Arbitrary<unknown> = fc.oneof(
  oddText,
  fc.constantFrom(...oddNumbers),
  fc.constantFrom(null, true, false, [], {}, [[]], [null]),
  fc.constantFrom(50, 900).map((depth) => nested(depth)),
  fc.jsonValue({ maxDepth: 4 }),
  // Own keys of these names: an object literal would set the prototype instead.
  fc
    .constantFrom('__proto__', 'constructor', 'prototype', 'toString')
    .map((key) => Object.fromEntries([[key, { a: 1 }]])),
)

function nested(depth: number): unknown {
  let value: unknown = 'x'
  for (let level = 0; level < depth; level += 1) value = level % 2 ? [value] : { a: value }
  return value
}

/** Mostly what the schema asks for, with `known` values that exist in the database, and junk in places. */
export function almost(
  schema: Schema,
  known: Record<string, readonly unknown[]>,
  name = '',
): fc.Arbitrary<unknown> {
  const likely = fitting(schema, known, name)
  const given = known[name]
  const existing = given ? fc.constantFrom(...given) : likely
  return fc.oneof(
    { weight: 6, arbitrary: existing },
    { weight: 3, arbitrary: likely },
    { weight: 1, arbitrary: junk },
  )
}

function fitting(
  schema: Schema,
  known: Record<string, readonly unknown[]>,
  name: string,
): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.properties) return object(schema, known)
  if (schema.type === 'string') return fittingText(schema)
  if (schema.type === 'boolean') return fc.boolean()
  if (schema.type === 'number') return fc.double({ min: schema.minimum ?? 0, max: schema.maximum ?? 100 })
  if (schema.type === 'integer') return fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 100 })
  if (schema.items) return fc.array(almost(schema.items, known), { maxLength: 3 })
  return known[name] ? fc.constantFrom(...known[name]) : junk
}

function object({ properties = {}, required = [] }: Schema, known: Record<string, readonly unknown[]>) {
  // The more a form offers, the fewer of its fields are filled in: otherwise no request would be good as a whole.
  const offered = Math.max(1, Object.keys(properties).length - required.length)
  const fields = Object.entries(properties).map(([name, property]) => {
    const given = {
      weight: required.includes(name) ? 20 * offered : 2,
      arbitrary: almost(property, known, name),
    }
    return [name, fc.oneof(given, { weight: offered, arbitrary: fc.constant(undefined) })] as const
  })
  return fc
    .tuple(
      fc.record(Object.fromEntries(fields)),
      fc.option(fc.dictionary(fc.string(), junk, { maxKeys: 2 }), { freq: 5 }),
    )
    .map(([declared, more]) => ({ ...more, ...declared }))
}

function fittingText({ format, pattern, minLength = 0, maxLength = 200 }: Schema): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.uuid()
  if (format === 'date')
    return fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
  if (pattern) return fc.stringMatching(new RegExp(pattern))
  const around = [minLength - 1, minLength, maxLength, maxLength + 1].filter((length) => length >= 0)
  return fc.oneof(
    fc.string({ minLength, maxLength: Math.min(maxLength, minLength + 200) }),
    fc.constantFrom(...around).map((length) => 'ắ'.repeat(length)),
  )
}
