import type { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import * as v from 'valibot'
import type { Endpoint } from '#contract/endpoint.ts'
import { acceptBytes } from './accept-bytes.ts'
import { validate } from './validate.ts'

type Part<E extends Endpoint, K extends 'params' | 'query' | 'body'> = E[K] extends v.GenericSchema
  ? v.InferOutput<E[K]>
  : undefined

/** Bytes come whole; where a form may bring them, which may be long, as they arrive. */
type Body<E extends Endpoint> = E['form'] extends true
  ? Readable
  : E['bytes'] extends true
    ? Buffer
    : Part<E, 'body'>

export interface Call<E extends Endpoint> {
  params: Part<E, 'params'>
  query: Part<E, 'query'>
  body: Body<E>
  request: FastifyRequest
  reply: FastifyReply
}

/** An answer may be the contract's value, or the same already as bytes (see `PageCache`). */
type Answer<E extends Endpoint> = v.InferInput<E['response']> | FastifyReply

export interface ServeOptions {
  /** Requests of one address within the window; counted in memory only. */
  limit?: { max: number; perMinutes: number }
  /** Lets the request pass or refuses it, before its body is read. */
  guard?: (request: FastifyRequest) => Promise<void>
  /** What succeeds leaves no line in the log. */
  quiet?: boolean
  /** Bytes that a body may have, where that is another number than everywhere. */
  largest?: number
}

/** Binds a declared endpoint to its handler: input is parsed by the contract before the handler sees it. */
export function serve<const E extends Endpoint>(
  app: FastifyInstance,
  endpoint: E,
  handler: (call: Call<E>) => Promise<Answer<E>> | Answer<E>,
  options: ServeOptions = {},
): void {
  const { limit, guard, quiet = false, largest } = options
  if ((endpoint.desk || endpoint.path.startsWith('/desk/')) && !guard)
    throw new Error(`${endpoint.path} is for officers: bind it with serveDesk`)
  const route: RouteOptions = {
    method: endpoint.method,
    url: `/api${endpoint.path}`,
    config: {
      quiet,
      ...(endpoint.form && { slow: true }),
      ...(limit && { rateLimit: { max: limit.max, timeWindow: limit.perMinutes * 60_000 } }),
    },
    ...(guard && { onRequest: (request: FastifyRequest) => guard(request) }),
    ...(largest !== undefined && { bodyLimit: largest }),
    handler: async (request, reply) => {
      const answer = await handler({
        params: parsed(endpoint.params, request.params) as Part<E, 'params'>,
        query: parsed(endpoint.query, request.query) as Part<E, 'query'>,
        body: bodyOf(endpoint, request.body) as Body<E>,
        request,
        reply,
      })
      // Sent as bytes already. What an async handler hands on is not the reply then: awaited, it becomes nothing.
      if (reply.sent) return reply
      // Checked in tests only: a mistake of ours must not become a citizen's error page.
      if (app.checkAnswers) v.parse(endpoint.response, JSON.parse(JSON.stringify(answer)))
      return answer
    },
  }
  if (endpoint.bytes) acceptBytes(app, endpoint, route)
  else app.route(route)
}

/** A request without a body is one of no bytes. */
const bodyOf = ({ bytes, body }: Endpoint, given: unknown): unknown =>
  bytes ? (given ?? Buffer.alloc(0)) : parsed(body, given)

function parsed(schema: Endpoint['body'], input: unknown): unknown {
  return schema && validate(schema, input)
}

declare module 'fastify' {
  interface FastifyInstance {
    checkAnswers: boolean
  }
  interface FastifyContextConfig {
    quiet?: boolean
    /** May take long to arrive. */
    slow?: boolean
  }
}
