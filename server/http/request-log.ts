import type { FastifyInstance } from 'fastify'

/**
 * One line a request, with the route and never the address asked for or the address asked from: the first may carry
 * a code, the second would betray who sent an anonymous tip. A tip that is taken leaves no line at all: the time of one
 * could be laid beside the times of others.
 */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    if (request.routeOptions.config?.quiet && reply.statusCode < 400) return
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
