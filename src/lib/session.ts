import type { Result } from '#contract/error.ts'
import { host } from './host.ts'

interface Grant {
  token: string
  expiresAt: string
}

type Exchange = (accessToken: string) => Promise<Result<Grant>>

/** After a refusal: asking at every call would only cost the person's data. */
const waitAfterRefusal = 5 * 60_000
/** A token about to run out would be refused on arrival. */
const margin = 60_000

/** Our own session for a Zalo account. `token` never waits: what is not there yet is left out of the call. */
export function createSession(exchange: Exchange) {
  let grant: Grant | undefined
  let asking = false
  let notBefore = 0

  async function ask(): Promise<void> {
    asking = true
    const access = await host().getAccessToken()
    const result = access.kind === 'ok' ? await exchange(access.data) : undefined
    if (result?.ok) grant = result.data
    else notBefore = Date.now() + waitAfterRefusal
    asking = false
  }

  function token(): string | undefined {
    if (host().name !== 'zalo') return undefined
    const now = Date.now()
    if (grant && Date.parse(grant.expiresAt) - margin > now) return grant.token
    if (!asking && now >= notBefore) void ask()
    return undefined
  }

  return { token }
}
