import type { FastifyCorsOptionsDelegateCallback } from '@fastify/cors'
import type { FastifyRequest } from 'fastify'

/** Android and iOS give the Mini App these origins. */
const zaloOrigins = ['https://h5.zdn.vn', 'zbrowser://h5.zdn.vn']

const exposedHeaders = ['Retry-After', 'ETag']

export interface CrossOrigin {
  allowed: string[]
  headersFor(origin: string | undefined): Record<string, string>
}

/** Who may call from another origin: echoed exactly, never a wildcard. */
export function crossOrigin(previewOrigin?: string): CrossOrigin {
  const allowed = [...zaloOrigins, ...(previewOrigin ? [previewOrigin] : [])]
  return {
    allowed,
    headersFor: (origin) =>
      origin !== undefined && allowed.includes(origin)
        ? {
            'access-control-allow-origin': origin,
            'access-control-expose-headers': exposedHeaders.join(', '),
          }
        : {},
  }
}

const deskPath = /^\/api\/desk(?:\/|$)/
/** By the route as well: its address may be written in other ways. */
const isDesk = ({ url, routeOptions }: FastifyRequest) =>
  deskPath.test(routeOptions.url ?? '') || deskPath.test(url)

/** What @fastify/cors is told for each request: the desk has its own page and opens to no other. */
export function corsFor(allowed: string[]): { delegator: FastifyCorsOptionsDelegateCallback } {
  const options = {
    origin: allowed,
    methods: ['GET', 'POST'],
    allowedHeaders: ['Authorization', 'Content-Type'],
    exposedHeaders,
    maxAge: 600,
    // The strict form answers half a preflight in plain text.
    strictPreflight: false,
  }
  return { delegator: (request, done) => done(null, isDesk(request) ? { origin: false } : options) }
}
