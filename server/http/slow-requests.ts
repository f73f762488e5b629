import type { FastifyInstance } from 'fastify'

/** A request may take this long to arrive; slower ones only hold connections. */
const longestRequest = 60_000
/** Zalo's uploader sends a whole film at once: 50 MB at half a megabit a second. */
export const longestUpload = 900_000

/** Node knows one limit for all, which is the longest. All but the routes of long uploads get the shorter one here. */
export function limitSlowRequests(app: FastifyInstance, limitMs = longestRequest): void {
  app.addHook('onRequest', async (request) => {
    // Nothing of it is still to come.
    if (request.method === 'GET' || request.routeOptions.config?.slow) return
    const timer = setTimeout(() => request.raw.destroy(), limitMs)
    const stop = () => clearTimeout(timer)
    request.raw.once('end', stop).once('close', stop)
  })
}
