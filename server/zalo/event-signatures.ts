import { createHash, timingSafeEqual } from 'node:crypto'

const sha256 = (...parts: (string | Buffer)[]) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

/** `mac=`, `sha256=` or nothing stands before the digits, depending on whom one asks. */
const digits = (header: string) => header.replace(/^(?:mac|sha256)=/i, '').toLowerCase()

function same(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Official Account: app id + the raw body + timestamp + secret, the timestamp from the header or from the body. */
export function isOaEvent(
  raw: Buffer,
  header: string,
  timestamps: readonly string[],
  { appId, oaSecret }: { appId: string; oaSecret: string },
): boolean {
  const given = digits(header)
  return timestamps.some((timestamp) => same(given, sha256(appId, raw, timestamp, oaSecret)))
}

/** Mini App: the values in the order of their keys, objects as JSON, then the key of the Open API. */
export function isMiniAppEvent(event: Record<string, unknown>, header: string, apiKey: string): boolean {
  const values = Object.keys(event)
    .sort()
    .map((key) => {
      const value = event[key]
      return typeof value === 'string' ? value : JSON.stringify(value)
    })
  return same(digits(header), sha256(values.join(''), apiKey))
}
