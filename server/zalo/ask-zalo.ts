import { readAnswer } from './read-answer.ts'

export interface ZaloCall {
  fetch?: typeof fetch
  /** Of one request, in milliseconds. */
  timeoutMs?: number
}

export type Answer =
  | { kind: 'answered'; status: number; body: Record<string, unknown> }
  /** Not even a connection: whatever was asked for has certainly not happened. */
  | { kind: 'not-reached' }
  /** The request may have arrived: it may have happened or not. */
  | { kind: 'unknown' }

const usualTimeout = 10_000

/** These come before the first byte of a request is sent. */
const neverLeft = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])

/** One request, with the three things that can be known afterwards. Never throws, never follows a redirect. */
export async function askZalo(url: string, init: RequestInit, call: ZaloCall = {}): Promise<Answer> {
  try {
    const response = await (call.fetch ?? fetch)(url, {
      ...init,
      // It would carry the token away.
      redirect: 'error',
      signal: AbortSignal.timeout(call.timeoutMs ?? usualTimeout),
    })
    const text = await readAnswer(response)
    // Zalo words its errors inside a 200; a 5xx may come from something between Zalo's door and the work done.
    if (response.status >= 500) return { kind: 'unknown' }
    const body: unknown = JSON.parse(text)
    if (typeof body !== 'object' || body === null) return { kind: 'unknown' }
    return { kind: 'answered', status: response.status, body: { ...body } }
  } catch (error) {
    return { kind: causes(error).some((code) => neverLeft.has(code)) ? 'not-reached' : 'unknown' }
  }
}

/** Node tries several addresses of one name and gathers their failures: each must be one of the harmless kind. */
function causes(error: unknown): string[] {
  const { cause } = error as { cause?: { code?: string; errors?: { code?: string }[] } }
  const codes = cause?.errors?.map(({ code }) => code ?? '') ?? [cause?.code ?? '']
  return codes.every((code) => neverLeft.has(code)) ? codes : []
}

/** Zalo writes numbers as numbers or as text, as it pleases. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value !== 'number' && typeof value !== 'string') return undefined
  const number = Number(value)
  return value === '' || Number.isNaN(number) ? undefined : number
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
