import { createHash, randomBytes } from 'node:crypto'
import type { OaTokensClient } from '../zalo/oa-tokens-client.ts'

export interface Consent {
  /** Where an administrator of the Official Account agrees. */
  address: string
  /** Takes the address the browser ended at; answers the refresh token for the configuration. */
  finish(landedAt: string): Promise<string>
}

/** OAuth with a proof of possession: what is read over somebody's shoulder is worth nothing without the verifier. */
export function startConsent(
  tokens: OaTokensClient,
  { oauthUrl, appId, redirectUri }: { oauthUrl: string; appId: string; redirectUri: string },
): Consent {
  const verifier = randomBytes(32).toString('base64url')
  const state = randomBytes(16).toString('base64url')
  const address = new URL('/v4/oa/permission', oauthUrl)
  address.search = new URLSearchParams({
    app_id: appId,
    redirect_uri: redirectUri,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    state,
  }).toString()
  return {
    address: address.href,
    async finish(landedAt) {
      const given = URL.canParse(landedAt.trim()) ? new URL(landedAt.trim()).searchParams : undefined
      const code = given?.get('code')
      if (!code) throw new Error('That address holds no code. Copy the whole address the browser ended at.')
      if (given?.get('state') !== state) throw new Error('That address belongs to another try. Start again.')
      const grant = await tokens.exchange(code, verifier)
      if (grant.kind === 'granted') return grant.refreshToken
      if (grant.kind === 'refused') throw new Error(`Zalo refused the code (${grant.code}). Start again.`)
      throw new Error('Zalo did not answer. Start again: the code may be used up.')
    },
  }
}
