import type { Result } from '#contract/error.ts'
import type { HostResult } from '#src/zalo/host.ts'
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
    const now = Date.now()
    if (grant && Date.parse(grant.expiresAt) - margin > now) return grant.token
    // Elsewhere there is nobody to ask.
    if (host().name !== 'zalo') return undefined
    if (!asking && now >= notBefore) void ask()
    return undefined
  }

  /** For what cannot go on as a guest. Answers Zalo's own token, which some calls need beside ours. */
  async function open(anew = false): Promise<HostResult<string>> {
    const access = await host().getAccessToken()
    if (access.kind !== 'ok') return access
    const current = !anew && grant && Date.parse(grant.expiresAt) - margin > Date.now()
    const result = current ? undefined : await exchange(access.data)
    if (result?.ok) grant = result.data
    return result && !result.ok ? { kind: 'failed' } : access
  }

  return { token, open }
}
