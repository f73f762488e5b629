import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { api } from '#contract/api.ts'
import { desk } from '#contract/desk.ts'
import { tools } from '#contract/tools.ts'
import { zaloEvents } from '#contract/zalo-events.ts'
import type { Endpoint } from '#contract/endpoint.ts'
import { errorStatus } from '#contract/error.ts'
import { status } from '#contract/status.ts'
import { startTestServer } from '../testing/start-test-server.ts'

interface Operation {
  operationId: string
  summary: string
  parameters?: { name: string; in: string; required: boolean }[]
  requestBody?: { content: Record<string, { schema: { required?: string[] } }> }
  responses: Record<string, { content: Record<string, unknown> }>
  security?: unknown
}
interface Document {
  openapi: string
  paths: Record<string, Record<string, Operation>>
}

let server: Awaited<ReturnType<typeof startTestServer>>
let document: Document
beforeAll(async () => {
  server = await startTestServer()
  document = (await server.app.inject('/api/openapi.json')).json<Document>()
})
afterAll(() => server.close())

const declared = Object.entries({ ...api, ...tools, ...desk, status, zaloEvents }).flatMap(
  ([area, endpoints]) =>
    Object.entries(endpoints as Record<string, Endpoint>).map(
      ([name, endpoint]) => [`${area}.${name}`, endpoint] as const,
    ),
)

test('the document is valid OpenAPI 3.1', async () => {
  const validator = new Validator()
  const result = await validator.validate({ ...document })
  expect(result.errors).toBeUndefined()
  expect([result.valid, validator.version]).toEqual([true, '3.1'])
})

test.for(declared)('%s is described with its input and every way it may refuse', ([id, endpoint]) => {
  const path = `/api${endpoint.path.replace(/:(\w+)/g, '{$1}')}`
  const operation = document.paths[path]?.[endpoint.method.toLowerCase()]
  expect(operation).toMatchObject({ operationId: id, summary: endpoint.summary })
  const statuses = [200, 500, ...endpoint.errors.map((code) => errorStatus[code])]
  expect(new Set(Object.keys(operation?.responses ?? {}))).toEqual(new Set(statuses.map(String)))
  expect(Boolean(operation?.requestBody)).toBe(Boolean(endpoint.body ?? endpoint.bytes))
  const places = new Set(operation?.parameters?.map((parameter) => parameter.in))
  expect([places.has('path'), places.has('query')]).toEqual([
    Boolean(endpoint.params),
    Boolean(endpoint.query),
  ])
})

test('nothing is described that is not declared', () => {
  const ids = Object.values(document.paths).flatMap((path) =>
    Object.values(path).map(({ operationId }) => operationId),
  )
  expect(new Set(ids)).toEqual(new Set(declared.map(([id]) => id)))
})

test('a tip names what it needs', () => {
  const schema = document.paths['/api/tips']?.post?.requestBody?.content['application/json']?.schema
  expect(new Set(schema?.required)).toEqual(new Set(['clientKey', 'category', 'text', 'declaredTrue']))
})

test('what is a file is described as one, in both directions', () => {
  const types = (path: string) => Object.keys(document.paths[path]?.post?.requestBody?.content ?? {})
  expect(types('/api/tips/files/parts')).toEqual(['application/octet-stream'])
  expect(types('/api/tips/files/whole')).toEqual(['application/octet-stream', 'multipart/form-data'])
  const answer = document.paths['/api/desk/tips/{id}/files/{file}']?.get?.responses['200']
  expect(Object.keys(answer?.content ?? {})).toEqual(['application/octet-stream'])
})
