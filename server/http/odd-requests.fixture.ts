import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import * as fc from 'fast-check'
import * as v from 'valibot'
import { expect } from 'vitest'
import type { Endpoint } from '#contract/endpoint.ts'
import { ErrorBody, errorStatus } from '#contract/error.ts'
import { almost, junk, oddText, type Schema } from '../testing/junk.ts'

/** Fixed, so that a failure can be seen again; fast-check prints the smallest request that fails. */
export const seed = 20_261_124

interface Operation {
  parameters?: { name: string; in: 'path' | 'query'; required: boolean; schema: Schema }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<string, unknown>
}
export type Document = { paths: Record<string, Record<string, Operation>> }

/** Things that exist, by the names of the fields that ask for them: with them requests get past the first check. */
export interface Known {
  values: Record<string, readonly unknown[]>
  files?: readonly Buffer[]
  /** Of who is signed in. */
  headers: (endpoint: Endpoint) => Record<string, string>
}

interface Request {
  method: string
  url: string
  headers: Record<string, string>
  payload?: string | Buffer
}

const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
const inPath = (value: unknown) =>
  Buffer.from(asText(value))
    .toString('latin1')
    .replace(/[^\w.-]/g, percent)
const percent = (sign: string) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`

function pairs(operation: Operation, place: 'path' | 'query', { values: known }: Known) {
  const declared = operation.parameters?.filter((parameter) => parameter.in === place) ?? []
  const values = declared.map(({ name, required, schema }) => {
    const value = almost(schema, known, name)
    return [name, required ? value : fc.option(value, { nil: undefined, freq: 1 })] as const
  })
  return fc.record(Object.fromEntries(values))
}

function bodies(
  operation: Operation,
  { values: known, files: knownFiles = [] }: Known,
): fc.Arbitrary<string | Buffer | undefined> {
  const content = operation.requestBody?.content ?? {}
  if (content['application/octet-stream'])
    return fc.oneof(files, oddText, ...(knownFiles.length > 0 ? [fc.constantFrom(...knownFiles)] : []))
  const schema = content['application/json']?.schema
  if (!schema) return fc.constant(undefined)
  const text = almost(schema, known).map((value) => JSON.stringify(value) ?? '')
  const broken = fc.tuple(text, fc.nat(200)).map(([whole, cut]) => whole.slice(0, cut))
  return fc.oneof(
    { weight: 12, arbitrary: text },
    { weight: 1, arbitrary: broken },
    { weight: 1, arbitrary: oddText },
  )
}

/** Bytes that begin like something, or like nothing. */
const files = fc
  .tuple(
    fc.constantFrom(
      '',
      '\xff\xd8\xff\xe0',
      '\x89PNG\r\n\x1a\n',
      '%PDF-1.4\n',
      '\0\0\0\x18ftypmp42',
      'PK\x03\x04',
    ),
    fc.uint8Array({ maxLength: 300 }),
  )
  .map(([head, rest]) => Buffer.concat([Buffer.from(head, 'latin1'), rest]))

function requests(endpoint: Endpoint, operation: Operation, known: Known): fc.Arbitrary<Request> {
  const methods = fc.oneof(
    { weight: 30, arbitrary: fc.constant(endpoint.method) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('PUT', 'DELETE', 'PATCH', endpoint.method === 'GET' ? 'POST' : 'GET'),
    },
  )
  const types = fc.oneof(
    {
      weight: 30,
      arbitrary: fc.constant(endpoint.bytes ? 'application/octet-stream' : 'application/json'),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'application/json; x',
        'text/plain',
        'multipart/form-data; boundary=x',
        'application/',
        ';',
      ),
    },
  )
  const strangeQuery = fc.dictionary(oddText, fc.oneof(oddText, junk), { maxKeys: 2 })
  return fc
    .tuple(
      methods,
      types,
      pairs(operation, 'path', known),
      pairs(operation, 'query', known),
      fc.option(strangeQuery),
      bodies(operation, known),
    )
    .map(([method, type, params, query, strange, payload]) => {
      const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => inPath(params[name]))
      const given = Object.entries({ ...strange, ...query }).filter(([, value]) => value !== undefined)
      const search = given.map(([name, value]) => `${inPath(name)}=${inPath(value)}`).join('&')
      return {
        method,
        url: `/api${path}${search && `?${search}`}`,
        headers: {
          ...(payload !== undefined && { 'content-type': type }),
          ...known.headers(endpoint),
        },
        ...(payload !== undefined && { payload }),
      }
    })
}

let caller = 0
/** Every request comes from another address: here it is not the limits that are tried. */
function nextAddress(): string {
  caller += 1
  return `10.${caller >> 16}.${(caller >> 8) & 255}.${caller & 255}`
}

/** Throws unless the answer is one that the contract announces. */
function check(endpoint: Endpoint, operation: Operation, method: string, answer: LightMyRequestResponse) {
  const good = answer.statusCode === 200
  if (good && endpoint.answersBytes) return
  const body: unknown = answer.json()
  // An answer equals what the contract reads of it: no field more than declared either.
  expect(v.parse(good ? endpoint.response : ErrorBody, body)).toEqual(body)
  // A body is read before it turns out that nobody wants it.
  const declared = method === endpoint.method ? Object.keys(operation.responses) : ['404', '413', '422']
  expect(declared).toContain(String(answer.statusCode))
  const { code } = good ? { code: 'ok' } : (body as ErrorBody).error
  expect(code).toBe(good ? 'ok' : codes[answer.statusCode])
}

/** Without `unexpected`: no input may lead there. */
const codes: Record<number, string> = Object.fromEntries(
  Object.entries(errorStatus).flatMap(([code, number]) => (number === 500 ? [] : [[number, code]])),
)

/**
 * Sends so many odd requests to an endpoint and throws at an answer that the contract does not announce.
 * Answers how often each status was seen.
 */
export async function sendOddRequests(
  app: FastifyInstance,
  document: Document,
  endpoint: Endpoint,
  { known, runs }: { known: Known; runs: number },
): Promise<Map<number, number>> {
  const operation = operationOf(document, endpoint)
  const seen = new Map<number, number>()
  await fc.assert(
    fc.asyncProperty(requests(endpoint, operation, known), async ({ method, ...request }) => {
      const answer = await app.inject({ method: method as 'GET', ...request, remoteAddress: nextAddress() })
      seen.set(answer.statusCode, (seen.get(answer.statusCode) ?? 0) + 1)
      check(endpoint, operation, method, answer)
    }),
    { seed, numRuns: runs },
  )
  return seen
}

export type Named = readonly [name: string, endpoint: Endpoint]

/** All endpoints of these areas, with a name for each test. */
export const named = (areas: object): Named[] =>
  Object.values(areas).flatMap((area) =>
    Object.values(area as Record<string, Endpoint>).map((e) => [`${e.method} ${e.path}`, e] as const),
  )

function operationOf({ paths }: Document, { path, method }: Endpoint): Operation {
  return paths[`/api${path.replace(/:(\w+)/g, '{$1}')}`]![method.toLowerCase()]!
}
