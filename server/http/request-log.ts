import type { FastifyInstance } from 'fastify'

/**
 * One line a request, with the route and never the address asked for or the address asked from: the first may carry
 * a code, the second would betray who sent an anonymous tip.
 */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        requestId: request.id,
        method: request.method,
        route: request.routeOptions.url ?? '(unknown)',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    )
  })
}
