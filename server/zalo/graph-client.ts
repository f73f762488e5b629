import { createHmac } from 'node:crypto'
import { readAnswer } from './read-answer.ts'

export interface GraphConfig {
  /** `https://graph.zalo.me`, or the stand-in. */
  graphUrl: string
  appId: string
  appSecret: string
  fetch?: typeof fetch
}

export interface Refusal {
  ok: false
  reason: 'refused' | 'unavailable'
}
type WhoIs = { ok: true; zaloUserId: string } | Refusal
type PhoneOf = { ok: true; number: string } | Refusal

export interface GraphClient {
  /** The id is per Zalo App and comes from Zalo alone: an id sent by the client is worth nothing. */
  whoIs(accessToken: string): Promise<WhoIs>
  /** The number behind a token of `getPhoneNumber`, which works once and for two minutes. */
  phoneOf(tokens: { accessToken: string; phoneToken: string }): Promise<PhoneOf>
}

const timeoutMs = 5_000
const refused: Refusal = { ok: false, reason: 'refused' }
const unavailable: Refusal = { ok: false, reason: 'unavailable' }

export function createGraphClient(config: GraphConfig): GraphClient {
  const { appSecret } = config
  const ask = asker(config)
  return {
    whoIs: (accessToken) => ask('/v2.0/me?fields=id', proven(accessToken, appSecret), readIdentity),
    phoneOf: ({ accessToken, phoneToken }) =>
      ask(
        '/v2.0/me/info',
        { ...proven(accessToken, appSecret), code: phoneToken, secret_key: appSecret },
        readPhone,
      ),
  }
}

function asker({ graphUrl, fetch: send = fetch }: GraphConfig) {
  const origin = graphUrl.replace(/\/+$/, '')
  return async <T>(path: string, headers: Record<string, string>, read: (body: object) => T | Refusal) => {
    // Anything else cannot be a header value: fetch would throw, and it would look like an outage.
    if (!Object.values(headers).every((value) => /^[\x21-\x7e]{1,4096}$/.test(value))) return refused
    try {
      const signal = AbortSignal.timeout(timeoutMs)
      const response = await send(origin + path, { headers, redirect: 'error', signal })
      const text = await readAnswer(response)
      // Zalo words its errors inside a 200, so other statuses come from something in between.
      if (response.status === 400 || response.status === 401) return refused
      return response.status === 200 ? readBody(JSON.parse(text), read) : unavailable
    } catch {
      // No connection, no answer in time, too long an answer, no JSON: Zalo did not say.
      return unavailable
    }
  }
}

/** Binds the token to our app: a token stolen from another app has no valid proof here. */
export function proven(accessToken: string, appSecret: string) {
  const proof = createHmac('sha256', appSecret).update(accessToken).digest('hex')
  return { access_token: accessToken, appsecret_proof: proof }
}

/** Zalo reports errors inside an HTTP 200. */
function readBody<T>(body: unknown, read: (body: object) => T | Refusal): T | Refusal {
  if (typeof body !== 'object' || body === null) return unavailable
  return 'error' in body && Number(body.error) !== 0 ? refused : read(body)
}

/** Ids are strings because they pass 2^53. */
function readIdentity(body: { id?: unknown }): WhoIs {
  const { id } = body
  return typeof id === 'string' && /^\w{1,64}$/.test(id) ? { ok: true, zaloUserId: id } : refused
}

function readPhone(body: { data?: unknown }): PhoneOf {
  const { number } = (body.data ?? {}) as { number?: unknown }
  return typeof number === 'string' && /^\d{9,15}$/.test(number) ? { ok: true, number } : refused
}
