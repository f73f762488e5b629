import { toJsonSchema } from '@valibot/to-json-schema'
import type { GenericSchema } from 'valibot'
import type { Endpoint } from '#contract/endpoint.ts'
import { ErrorBody, type ErrorCode, errorStatus } from '#contract/error.ts'

type Endpoints = Record<string, Record<string, Endpoint>>

/** Checks written as code have no JSON Schema; they are left out of the document, not out of the server. */
const describe = (schema: GenericSchema, typeMode: 'input' | 'output') => {
  const { $schema: _, ...rest } = toJsonSchema(schema, { errorMode: 'ignore', typeMode })
  return rest
}

const file = { schema: { type: 'string', format: 'binary' } }

/** A file as it is, and for who knows nothing else the first file of a form. */
const fileBody = ({ form }: Endpoint) => ({
  'application/octet-stream': file,
  ...(form && {
    'multipart/form-data': { schema: { type: 'object', additionalProperties: file.schema } },
  }),
})

const json = (schema: unknown) => ({ 'application/json': { schema } })

function parameters(place: 'path' | 'query', schema: GenericSchema | undefined) {
  if (!schema) return []
  const { properties = {}, required = [] } = describe(schema, 'input')
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }))
}

/** Codes and statuses are one to one. */
function errorAnswers(codes: readonly ErrorCode[]) {
  return Object.fromEntries(
    codes.map((code) => [
      String(errorStatus[code]),
      { description: code, content: json({ $ref: '#/components/schemas/Error' }) },
    ]),
  )
}

const answerOf = ({ answersBytes, response }: Endpoint) =>
  answersBytes ? { 'application/octet-stream': file } : json(describe(response, 'input'))

function operation(area: string, name: string, endpoint: Endpoint) {
  const params = [...parameters('path', endpoint.params), ...parameters('query', endpoint.query)]
  return {
    operationId: `${area}.${name}`,
    tags: [area],
    summary: endpoint.summary,
    ...(params.length > 0 && { parameters: params }),
    ...(endpoint.body && {
      requestBody: { required: true, content: json(describe(endpoint.body, 'input')) },
    }),
    ...(endpoint.bytes && { requestBody: { required: true, content: fileBody(endpoint) } }),
    ...(endpoint.session && {
      security: endpoint.session === 'optional' ? [{}, { session: [] }] : [{ session: [] }],
    }),
    ...(endpoint.desk && endpoint.desk.roles !== 'anyone' && { security: [{ desk: [] }] }),
    responses: {
      '200': { description: 'Success', content: answerOf(endpoint) },
      ...errorAnswers([...endpoint.errors, 'unexpected']),
    },
  }
}

/** The OpenAPI 3.1 document of the same declarations that the server and the client run on. */
export function openApiDocument(endpoints: Endpoints, title: string) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const [area, declared] of Object.entries(endpoints)) {
    for (const [name, endpoint] of Object.entries(declared)) {
      const path = `/api${endpoint.path.replace(/:(\w+)/g, '{$1}')}`
      paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(area, name, endpoint) }
    }
  }
  return {
    openapi: '3.1.0',
    info: { title, version: '1.0.0' },
    paths,
    components: {
      schemas: { Error: describe(ErrorBody, 'input') },
      securitySchemes: {
        session: { type: 'http', scheme: 'bearer' },
        desk: { type: 'apiKey', in: 'cookie', name: 'desk' },
      },
    },
  }
}
