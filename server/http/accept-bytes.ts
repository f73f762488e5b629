import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify'
import type { Endpoint } from '#contract/endpoint.ts'
import { ApiError } from './api-error.ts'
import { firstFile } from './first-file.ts'

const type = 'application/octet-stream'

/**
 * Adds a route whose body is a file's bytes. In a scope of its own: every other route keeps refusing anything but
 * JSON, and this one refuses JSON.
 */
export function acceptBytes(app: FastifyInstance, { form }: Endpoint, route: RouteOptions): void {
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    if (form) acceptStreams(scope, route.bodyLimit ?? 0)
    else scope.addContentTypeParser(type, { parseAs: 'buffer' }, (_, body, done) => done(null, body))
    scope.route(route)
  })
}

/** Where a form may bring the file it may be long: it is handed on as it arrives. */
function acceptStreams(scope: FastifyInstance, largest: number): void {
  scope.addContentTypeParser(type, async (_: FastifyRequest, body: Readable) => body)
  scope.addContentTypeParser('multipart/form-data', ({ headers }: FastifyRequest, body: Readable) =>
    firstFile(headers, body, largest),
  )
  scope.addHook('preHandler', async ({ body }) => {
    if (!(body instanceof Readable)) throw new ApiError('invalid')
  })
  // Who was refused is still sending: what is not read would hold the connection.
  scope.addHook('onResponse', async ({ body }) => void (body instanceof Readable && body.resume()))
}
