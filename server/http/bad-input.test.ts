import type { LightMyRequestResponse } from 'fastify'
import * as fc from 'fast-check'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { api } from '#contract/api.ts'
import { tools } from '#contract/tools.ts'
import type { Endpoint } from '#contract/endpoint.ts'
import { ErrorBody, errorStatus } from '#contract/error.ts'
import { status } from '#contract/status.ts'
import { almost, junk, oddText, type Schema } from '../testing/junk.ts'
import { makeKnownThings, startKnownServer } from './known-things.fixture.ts'

/** Fixed, so that a failure can be seen again; fast-check prints the smallest request that fails. */
const seed = 20_261_124

interface Operation {
  parameters?: { name: string; in: 'path' | 'query'; required: boolean; schema: Schema }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<string, unknown>
}
type Document = { paths: Record<string, Record<string, Operation>> }

/** Things that exist, so that a good part of the requests gets past the first check. */
const known: Record<string, readonly unknown[]> = {
  id: ['ben-cat'],
  slug: ['cap-doi-can-cuoc', 'tin-that'],
  category: ['giao-thong', 'an-ninh', 'ma-tuy'],
  code: ['HS-000001', ' hs-000001 '],
  factor: ['0900000001', '1234', '0000'],
  phone: ['0901234567', '+84 901 234 567'],
  cursor: ['2026-11-21T01:00:00Z', '2026-02-31T00:00:00Z', '2026-11-21T01:00:00+23:00'].map((time) =>
    Buffer.from(JSON.stringify([time, 7])).toString('base64url'),
  ),
  on: ['2026-12-31', '0001-01-01', '9999-12-31'],
  accessToken: ['good', 'refused', 'down'],
  phoneToken: ['good', 'refused', 'down'],
  token: ['good', 'refused', 'down'],
  except: [null],
  offset: ['0', '0', '300'],
  text: ['Có nhóm thanh niên tụ tập đua xe ở ngã tư mỗi tối thứ Bảy.'],
  clientKey: ['3f1c1f3e-0000-4000-8000-000000000001', '3f1c1f3e-0000-4000-8000-000000000002'],
}

let server: Awaited<ReturnType<typeof startKnownServer>>
let bearer: string
let document: Document
let caller = 0
beforeAll(async () => {
  server = await startKnownServer()
  const { receipt, token, uploads, ...things } = await makeKnownThings(server)
  Object.assign(known, things)
  known['code'] = [...known['code']!, receipt]
  known['token'] = [...known['token']!, ...uploads]
  bearer = `Bearer ${token}`
  document = (await server.app.inject('/api/openapi.json')).json<Document>()
})
afterAll(() => server.close())

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

function pairs(operation: Operation, place: 'path' | 'query') {
  const declared = operation.parameters?.filter((parameter) => parameter.in === place) ?? []
  const values = declared.map(({ name, required, schema }) => {
    const value = almost(schema, known, name)
    return [name, required ? value : fc.option(value, { nil: undefined, freq: 1 })] as const
  })
  return fc.record(Object.fromEntries(values))
}

function bodies(operation: Operation): fc.Arbitrary<string | Buffer | undefined> {
  const content = operation.requestBody?.content ?? {}
  if (content['application/octet-stream']) return fc.oneof(files, oddText)
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

function requests(endpoint: Endpoint, operation: Operation): fc.Arbitrary<Request> {
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
      pairs(operation, 'path'),
      pairs(operation, 'query'),
      fc.option(strangeQuery),
      bodies(operation),
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
          ...(endpoint.session === 'required' && { authorization: bearer }),
        },
        ...(payload !== undefined && { payload }),
      }
    })
}

/** Every request comes from another address: here it is not the limits that are tried. */
function nextAddress(): string {
  caller += 1
  return `10.${caller >> 16}.${(caller >> 8) & 255}.${caller & 255}`
}

/** Throws unless the answer is one that the contract announces. */
function check(endpoint: Endpoint, operation: Operation, method: string, answer: LightMyRequestResponse) {
  const body: unknown = answer.json()
  const good = answer.statusCode === 200
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

const endpoints = Object.values({ ...api, ...tools, status }).flatMap((area) =>
  Object.values(area as Record<string, Endpoint>).map((e) => [`${e.method} ${e.path}`, e] as const),
)

test.for(endpoints)(`%s answers nothing but what it declares (seed ${seed})`, async ([, endpoint]) => {
  const path = `/api${endpoint.path.replace(/:(\w+)/g, '{$1}')}`
  const operation = document.paths[path]![endpoint.method.toLowerCase()]!
  // Where there is nothing to get wrong but the address, a few requests tell as much.
  const runs = endpoint.params || endpoint.query || endpoint.body ? 300 : 50
  const seen = new Map<number, number>()
  await fc.assert(
    fc.asyncProperty(requests(endpoint, operation), async ({ method, ...request }) => {
      const answer = await server.app.inject({
        method: method as 'GET',
        ...request,
        remoteAddress: nextAddress(),
      })
      seen.set(answer.statusCode, (seen.get(answer.statusCode) ?? 0) + 1)
      check(endpoint, operation, method, answer)
    }),
    { seed, numRuns: runs },
  )
  // The requests are near enough to good ones to get through, and far enough to be refused.
  expect(seen.get(200) ?? 0).toBeGreaterThan(2)
  expect(seen.get(422) ?? 0).toBeGreaterThan((endpoint.body ?? endpoint.bytes) ? runs / 20 : -1)
})
