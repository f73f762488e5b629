import { api as contract } from '#contract/api.ts'
import { createClient, type ClientOptions, type Endpoints } from '#contract/client.ts'
import { apiOrigin } from './api-origin.ts'
import { createSession } from './session.ts'

const network: typeof fetch = (input, init) => fetch(input, init)
let send = network

/** For tests: a fetch that reaches a server in the same process. */
export function setApiFetch(replacement: typeof fetch | undefined): void {
  send = replacement ?? network
}

const session = createSession((accessToken) => api.session.create({ body: { accessToken } }))

/** Signs in with Zalo; to be called on a tap, after the reason has been said. */
export const signIn = (anew = false) => session.open(anew)

/** Calls to our server for a set of endpoints. They never throw: they answer a `Result`. */
export function clientFor<A extends Endpoints>(
  endpoints: A,
  patience: Pick<ClientOptions, 'timeout' | 'retryAfter'> = {},
) {
  return createClient(endpoints, {
    ...patience,
    origin: '',
    token: () => session.token(),
    // The origin is asked at each call because the host is chosen after this module is loaded.
    fetch: (path, init) => send(typeof path === 'string' ? apiOrigin() + path : path, init),
  })
}

export const api = clientFor(contract)
