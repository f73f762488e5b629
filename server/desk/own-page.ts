import type { FastifyRequest } from 'fastify'
import { ApiError } from '../http/api-error.ts'

/**
 * Refuses what a page of another origin made the browser send. Such a page can neither name our origin nor add the
 * header without asking first, and nobody but us is told that it may (see app.ts).
 */
export function requireOwnPage(request: FastifyRequest, publicOrigin: string | undefined): void {
  const { origin, host, 'sec-fetch-site': site } = request.headers
  const reads = request.method === 'GET' || request.method === 'HEAD'
  const fromElsewhere = site !== undefined && site !== 'same-origin' && site !== 'none'
  const foreign = origin !== undefined && origin !== publicOrigin && hostOf(origin) !== host
  const unmarked = request.headers['desk-request'] !== '1' || origin === undefined
  if (fromElsewhere || foreign || (!reads && unmarked)) throw new ApiError('forbidden')
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}
