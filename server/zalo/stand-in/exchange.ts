import type { IncomingMessage, ServerResponse } from 'node:http'
import type { State } from './state.ts'

export interface Exchange {
  state: State
  method: string
  url: URL
  header: (name: string) => string
  /** Form fields or the top level of a JSON body. */
  body: Record<string, unknown>
  /** A field of the body that should be text or a number; empty when it is anything else. */
  text: (field: string) => string
  /** Zalo answers 200 to nearly everything, errors included. */
  answer: (body: unknown, status?: number) => void
  /** Breaks the connection without an answer. */
  hangUp: () => void
  /** For answers that are wrong on purpose. */
  raw: (text: string, status?: number) => void
}

export type Handler = (exchange: Exchange) => void | Promise<void>

export function plainText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

const longestBody = 1_000_000

export async function openExchange(
  state: State,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<Exchange> {
  const url = new URL(req.url ?? '/', 'http://stand-in')
  const raw = (text: string, status = 200) => {
    // The SDK calls h5.zalo.me and graph.zalo.me from the page, so those answers are readable there.
    const origin = req.headers.origin
    if (origin) res.setHeader('access-control-allow-origin', origin).setHeader('vary', 'Origin')
    res.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(text)
  }
  const body = parseBody(await readBody(req), req.headers['content-type'] ?? '')
  return {
    state,
    method: req.method ?? 'GET',
    url,
    header: (name) => String(req.headers[name.toLowerCase()] ?? ''),
    body,
    text: (field) => plainText(body[field]),
    raw,
    hangUp: () => void req.socket.destroy(),
    answer: (body, status) => raw(JSON.stringify(body), status),
  }
}

async function readBody(req: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of req as AsyncIterable<Buffer>) {
    size += part.length
    if (size > longestBody) throw new Error('body too long')
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

function parseBody(text: string, type: string): Record<string, unknown> {
  if (!type.includes('json')) return Object.fromEntries(new URLSearchParams(text))
  try {
    const body: unknown = JSON.parse(text)
    return typeof body === 'object' && body !== null ? { ...body } : {}
  } catch {
    return {}
  }
}
