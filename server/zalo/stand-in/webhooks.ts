import { createHash } from 'node:crypto'
import { plainText } from './exchange.ts'

/** `wrong` sends a signature of the right form that does not match. */
export type Signature = 'right' | 'wrong'

type Event = Record<string, unknown>

/** Mini App events (consent revoked, review finished). Plain SHA-256 of the values in key order, then the key. */
export async function sendMiniAppEvent(
  url: string,
  event: Event,
  apiKey: string,
  signature: Signature = 'right',
) {
  const values = Object.keys(event)
    .sort() // oxlint-disable-line unicorn/no-array-sort -- toSorted is not in this language level
    .map((key) => (typeof event[key] === 'object' ? JSON.stringify(event[key]) : plainText(event[key])))
  const signed = sha256(values.join('') + apiKey + (signature === 'wrong' ? '!' : ''))
  return post(url, JSON.stringify(event), { 'x-zevent-signature': signed })
}

/** Official Account events. Plain SHA-256 of app id + raw body + timestamp + OA secret. */
export async function sendOaEvent(
  url: string,
  event: Event,
  { appId, oaSecret }: { appId: string; oaSecret: string },
  signature: Signature = 'right',
) {
  const timestamp = plainText(event['timestamp']) || String(Date.now())
  const body = JSON.stringify({ app_id: appId, timestamp, ...event })
  const signed = sha256(appId + body + timestamp + oaSecret + (signature === 'wrong' ? '!' : ''))
  return post(url, body, { 'x-zevent-signature': `mac=${signed}`, 'x-zevent-timestamp': timestamp })
}

/** Tells what the receiver answered: Zalo itself only wants to see 200 within two seconds. */
async function post(url: string, body: string, headers: Record<string, string>) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
    signal: AbortSignal.timeout(5_000),
  })
  return { status: response.status, body: await response.text() }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
