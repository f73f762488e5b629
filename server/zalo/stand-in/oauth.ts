import type { Exchange, Handler } from './exchange.ts'
import { withFaults } from './faults.ts'
import type { State } from './state.ts'

// Tokens of the Official Account. A refresh token works once and every use gives a new pair; an
// authorization code `oa-code-…` with any verifier starts over, as when an administrator consents again.

export const oauthRoutes: Record<string, Handler> = {
  'POST /v4/oa/access_token': (exchange) => withFaults(exchange, 'token', () => grant(exchange)),
}

function grant({ state, header, body, text }: Exchange) {
  if (header('secret_key') !== state.appSecret) return failure(-14004, 'Invalid secret key')
  if (body['app_id'] !== state.appId) return failure(-14002, 'Invalid app id')
  if (body['grant_type'] === 'authorization_code') {
    const valid = text('code').startsWith('oa-code-') && body['code_verifier']
    return valid ? rotate(state) : failure(-14012, 'Invalid code')
  }
  const fresh = body['grant_type'] === 'refresh_token' && body['refresh_token'] === state.oa.refreshToken
  return fresh ? rotate(state) : failure(-14014, 'Invalid refresh token')
}

function rotate(state: State) {
  const turn = state.oa.turn + 1
  state.oa = { turn, accessToken: `oa-access-${turn}`, refreshToken: `oa-refresh-${turn}` }
  return {
    access_token: state.oa.accessToken,
    refresh_token: state.oa.refreshToken,
    expires_in: '90000',
  }
}

function failure(error: number, reason: string) {
  return { error, error_name: reason, error_reason: reason, error_description: reason }
}
