import type { FastifyInstance, RouteOptions } from 'fastify'

/**
 * Adds a route whose body is a file's bytes. In a scope of its own: every other route keeps refusing anything but
 * JSON, and this one refuses JSON.
 */
export function acceptBytes(app: FastifyInstance, route: RouteOptions): void {
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_, body, done) =>
      done(null, body),
    )
    scope.route(route)
  })
}
