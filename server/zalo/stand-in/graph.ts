import { createHmac } from 'node:crypto'
import type { Exchange, Handler } from './exchange.ts'

// The text of an access token decides the answer of /v2.0/me and /v2.0/me/info:
//   user-<digits>   that person                      outage-…   HTTP 503
//   expired-…       HTTP 200, error -216             silent-…   no answer at all
//   foreign-…       token of another app: the proof  noid-…     HTTP 200, no id
//                   is refused, HTTP 200, error -501 broken-…   HTTP 200, not JSON
//   anything else   HTTP 200, error -124             huge-…     HTTP 200, a megabyte
// The codes of /v2.0/me/info: phone-<digits>, location-<lat>,<lon> work once; anything else is refused.
// Error numbers other than 0 are ours: the real ones are not published, any non-zero one means refused.

export const graphRoutes: Record<string, Handler> = {
  'GET /v2.0/me': (exchange) => {
    const who = identify(exchange, exchange.header('appsecret_proof'))
    // The SDK asks from the page, where there is no secret and so no proof.
    if (!who) return
    const asked = (exchange.url.searchParams.get('fields') ?? '').includes('user_id_by_oa')
    const known = asked && !exchange.state.strangers.includes(who.id)
    const oaUser = known ? { user_id_by_oa: oaUserIdOf(who.id) } : {}
    exchange.answer({ error: 0, message: 'Success', ...who, ...oaUser, is_sensitive: false })
  },
  'GET /v2.0/me/info': (exchange) => {
    const { state } = exchange
    if (exchange.header('secret_key') !== state.appSecret)
      return refuse(exchange, -14004, 'Invalid secret key')
    if (!identify(exchange, '')) return
    const code = exchange.header('code')
    const data = decode(code)
    if (!data) return refuse(exchange, 114, 'Code is invalid or expired')
    if (state.usedCodes.has(code)) return refuse(exchange, 115, 'Code has been used')
    state.usedCodes.add(code)
    exchange.answer({ data, error: 0, message: 'Success' })
  },
}

/** The Official Account knows everybody by another id than the app. */
export const oaUserIdOf = (appUserId: string) => `77${appUserId}`

function identify(exchange: Exchange, proof: string): { id: string; name: string } | undefined {
  const token = exchange.header('access_token') || (exchange.url.searchParams.get('access_token') ?? '')
  const [kind, rest] = splitOnce(token)
  const wrongProof = proof !== '' && proof !== proofOf(token, exchange.state.appSecret)
  if (kind === 'silent') return undefined
  if (kind === 'outage') exchange.answer({ error: -1, message: 'Service Unavailable' }, 503)
  else if (kind === 'broken') exchange.raw('<html>Bad gateway</html>')
  else if (kind === 'huge') exchange.answer({ error: 0, id: '1', name: 'x'.repeat(1_000_000) })
  else if (kind === 'foreign' || wrongProof) refuse(exchange, -501, 'Invalid appsecret_proof')
  else if (kind === 'expired') refuse(exchange, -216, 'Access token has expired')
  else if (kind === 'noid') exchange.answer({ error: 0, message: 'Success' })
  else if (kind === 'user' && /^\d+$/.test(rest)) return { id: rest, name: 'Người dùng thử' }
  else refuse(exchange, -124, 'Access token is invalid')
  return undefined
}

function decode(code: string): object | undefined {
  const [kind, rest] = splitOnce(code)
  if (kind === 'phone' && /^\d+$/.test(rest)) return { number: rest.replace(/^0/, '84') }
  const place = kind === 'location' ? /^(-?[\d.]+),(-?[\d.]+)$/.exec(rest) : null
  if (!place) return undefined
  return { provider: 'gps', latitude: place[1], longitude: place[2], timestamp: String(Date.now()) }
}

function splitOnce(text: string): [string, string] {
  const at = text.indexOf('-')
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}

function proofOf(token: string, secret: string): string {
  return createHmac('sha256', secret).update(token).digest('hex')
}

function refuse(exchange: Exchange, error: number, message: string) {
  exchange.answer({ error, message })
}
