import type { DeskRule, Endpoint } from './endpoint.ts'
import type { ErrorCode } from './error.ts'

export interface DeskEndpoint extends Endpoint {
  readonly path: `/desk/${string}`
  readonly desk: DeskRule
}

/** How the guard in front of every desk endpoint may refuse. */
const byTheGuard: readonly ErrorCode[] = ['unauthorised', 'forbidden', 'unavailable']
const byItsForm: readonly ErrorCode[] = ['invalid', 'too-large']

/** Declares an endpoint for officers; `errors` names only what its own work may add. */
export function deskEndpoint<const E extends DeskEndpoint>(declaration: E): E {
  const { body, bytes, query, params } = declaration
  const form = body || bytes || query || params ? byItsForm : []
  return { ...declaration, errors: [...new Set([...byTheGuard, ...form, ...declaration.errors])] }
}
