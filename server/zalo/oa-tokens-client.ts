import { askZalo, numberOf, textOf, type Answer, type ZaloCall } from './ask-zalo.ts'

export interface OaTokensConfig extends ZaloCall {
  /** `https://oauth.zaloapp.com`, or the stand-in. */
  oauthUrl: string
  appId: string
  appSecret: string
}

export type Grant =
  | { kind: 'granted'; accessToken: string; refreshToken: string; expiresInSeconds: number }
  | { kind: 'refused'; code: number }
  | { kind: 'not-reached' }
  /** The old refresh token may be used up by now. */
  | { kind: 'unknown' }

export interface OaTokensClient {
  refresh(refreshToken: string): Promise<Grant>
  /** Of a consent that an administrator has just given in the browser. */
  exchange(code: string, codeVerifier: string): Promise<Grant>
}

export function createOaTokensClient(config: OaTokensConfig): OaTokensClient {
  const ask = async (fields: Record<string, string>) => {
    const answer = await askZalo(
      `${config.oauthUrl.replace(/\/+$/, '')}/v4/oa/access_token`,
      {
        method: 'POST',
        headers: { secret_key: config.appSecret },
        body: new URLSearchParams({ app_id: config.appId, ...fields }),
      },
      config,
    )
    return readGrant(answer)
  }
  return {
    refresh: (refreshToken) => ask({ grant_type: 'refresh_token', refresh_token: refreshToken }),
    exchange: (code, codeVerifier) =>
      ask({ grant_type: 'authorization_code', code, code_verifier: codeVerifier }),
  }
}

function readGrant(answer: Answer): Grant {
  if (answer.kind !== 'answered') return answer
  const { access_token, refresh_token, expires_in, error } = answer.body
  const accessToken = textOf(access_token)
  const refreshToken = textOf(refresh_token)
  const seconds = numberOf(expires_in)
  if (accessToken && refreshToken && seconds) {
    return { kind: 'granted', accessToken, refreshToken, expiresInSeconds: seconds }
  }
  const code = numberOf(error)
  return code ? { kind: 'refused', code } : { kind: 'unknown' }
}
