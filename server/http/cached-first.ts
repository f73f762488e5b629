import { createServer } from 'node:http'
import type { FastifyServerFactory } from 'fastify'
import type { PageCache } from './page-cache.ts'

/** In milliseconds; what the framework sets for a server of its own only. */
interface Timeouts {
  keepAliveTimeout: number
  requestTimeout: number
}

/**
 * A server that sends kept pages itself: the framework's request, hooks and routing cost twice what such a page does.
 * One that is closing leaves them to the framework, which ends the connection with its answer.
 */
export function cachedFirst(cache: PageCache, timeouts: Timeouts): FastifyServerFactory {
  return (handle) => {
    const server = createServer((request, response) => {
      if (!server.listening || !cache.answer(request, response)) handle(request, response)
    })
    return Object.assign(server, timeouts)
  }
}
