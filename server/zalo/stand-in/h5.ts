import type { Handler } from './exchange.ts'

// What the SDK asks from inside the page, at https://h5.zalo.me.
// An authorization code `code-<digits>` becomes the access token `user-<digits>`; any other code becomes
// the token of the same text, so `expired-1` as a code plays a person with an expired token.

export const h5Routes: Record<string, Handler> = {
  'POST /openapi/access_token': ({ text, answer }) => {
    const code = text('code')
    if (!code) return answer({ error: -14003, error_name: 'Invalid code' })
    const token = code.replace(/^code-/, 'user-')
    answer({ access_token: token, refresh_token: `refresh-${token}`, expires_in: '3600' })
  },
  'GET /apis/users/auth-settings': ({ header, answer }) => {
    if (!header('authorization').startsWith('Bearer ')) return answer({ err: -1401, msg: 'Please login' })
    answer({ err: 0, msg: 'Success', data: { 'scope.userInfo': false, 'scope.userPhonenumber': false } })
  },
  'POST /openapi/create-sharelink': ({ state, body, answer }) => {
    if (!body['accessToken'] || !body['url']) return answer({ err: -1, msg: 'Missing parameter' })
    state.shared += 1
    answer({ err: 0, msg: 'Success', data: { shareId: `share${state.shared}` } })
  },
  'POST /openapi/check-interact-oa': ({ text, answer }) => {
    // An OA whose id ends in 0 has not been allowed yet.
    const allowed = !text('oaId').endsWith('0')
    answer(allowed ? { err: 0, msg: 'Success', data: {} } : { err: -201, msg: 'Not allowed' })
  },
  'POST /log/async': ({ answer }) => answer({ err: 0 }),
}
