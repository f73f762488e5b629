import type { FastifyInstance } from 'fastify'

/** A `fetch` that hands requests to the server without a port. `from` is the caller's address. */
export function injectFetch(app: FastifyInstance, from = '127.0.0.1'): typeof fetch {
  return async (input, init = {}) => {
    const payload = init.body instanceof Blob ? Buffer.from(await init.body.arrayBuffer()) : init.body
    const answer = await app.inject({
      method: (init.method ?? 'GET') as 'GET' | 'POST',
      url: input instanceof Request ? input.url : input.toString(),
      headers: Object.fromEntries(new Headers(init.headers)),
      remoteAddress: from,
      ...(payload ? { payload: payload as string | Buffer } : {}),
    })
    const headers = Object.entries(answer.headers).map(
      ([name, value]) => [name, String(value)] as [string, string],
    )
    const empty = [204, 304].includes(answer.statusCode)
    return new Response(empty ? null : new Uint8Array(answer.rawPayload), {
      status: answer.statusCode,
      headers,
    })
  }
}
