import { createHmac } from 'node:crypto'

export interface GraphConfig {
  /** `https://graph.zalo.me`, or the stand-in. */
  graphUrl: string
  appId: string
  appSecret: string
  fetch?: typeof fetch
}

type WhoIs = { ok: true; zaloUserId: string } | { ok: false; reason: 'refused' | 'unavailable' }

export interface GraphClient {
  /** The id is per Zalo App and comes from Zalo alone: an id sent by the client is worth nothing. */
  whoIs(accessToken: string): Promise<WhoIs>
}

const timeoutMs = 5_000
const longestAnswer = 64 * 1024
const refused: WhoIs = { ok: false, reason: 'refused' }
const unavailable: WhoIs = { ok: false, reason: 'unavailable' }

export function createGraphClient(config: GraphConfig): GraphClient {
  const send = config.fetch ?? fetch
  const address = `${config.graphUrl.replace(/\/+$/, '')}/v2.0/me?fields=id`
  return {
    whoIs: async (accessToken) => {
      // Anything else cannot be a header value: fetch would throw, and it would look like an outage.
      if (!/^[\x21-\x7e]{1,4096}$/.test(accessToken)) return refused
      try {
        const response = await send(address, {
          headers: { access_token: accessToken, appsecret_proof: proofOf(accessToken, config.appSecret) },
          redirect: 'error',
          signal: AbortSignal.timeout(timeoutMs),
        })
        const text = await readText(response)
        // Zalo words its errors inside a 200, so other statuses come from something in between.
        if (response.status === 400 || response.status === 401) return refused
        return response.status === 200 ? readIdentity(JSON.parse(text)) : unavailable
      } catch {
        // No connection, no answer in time, too long an answer, no JSON: Zalo did not say who this is.
        return unavailable
      }
    },
  }
}

/** Binds the token to our app: a token stolen from another app has no valid proof here. */
function proofOf(accessToken: string, appSecret: string): string {
  return createHmac('sha256', appSecret).update(accessToken).digest('hex')
}

/** Zalo reports errors inside an HTTP 200; ids are strings because they pass 2^53. */
function readIdentity(body: unknown): WhoIs {
  if (typeof body !== 'object' || body === null) return unavailable
  const { error = 0, id } = body as { error?: unknown; id?: unknown }
  if (Number(error) !== 0) return refused
  return typeof id === 'string' && /^\w{1,64}$/.test(id) ? { ok: true, zaloUserId: id } : refused
}

async function readText(response: Response): Promise<string> {
  const reader = response.body?.getReader()
  const parts: Uint8Array[] = []
  let size = 0
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    size += part.value.length
    if (size > longestAnswer) {
      await reader?.cancel()
      throw new Error('answer too long')
    }
    parts.push(part.value)
  }
  return Buffer.concat(parts).toString('utf8')
}
