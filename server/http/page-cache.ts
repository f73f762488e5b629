import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { CrossOrigin } from './cross-origin.ts'
import { securityHeaders } from './security-headers.ts'

const compress = promisify(gzip)

/** One form of a page, ready to be sent; the head as names and values by turns, which is what node:http sends fastest. */
interface Form {
  status: number
  head: readonly string[]
  body?: Buffer
}

interface Page {
  plain: Form
  gzipped: Form
  unchanged: Form
  etag: string
  freshFrom: number
  freshUntil: number
}

/** Bounds the staleness that another process' write can cause. */
const lifetime = 30_000
const mostPages = 500

/** Answers kept as bytes with their ETag: 14 to 25 times faster than asking the database again. */
export class PageCache {
  readonly #pages = new Map<string, Page>()
  /** Which page an address led to, so that the next request for it needs no route. */
  readonly #byAddress = new Map<string, string>()
  readonly #clock: () => Date
  readonly #crossOrigin: CrossOrigin

  constructor(clock: () => Date, crossOrigin: CrossOrigin) {
    this.#clock = clock
    this.#crossOrigin = crossOrigin
  }

  /** Answers an address that led to a page before, if that is still good; otherwise the request goes on to its route. */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    const key = request.method === 'GET' ? this.#byAddress.get(request.url ?? '') : undefined
    const page = key === undefined ? undefined : this.#fresh(key)
    if (page) this.#write(response, page, request.headers)
    return page !== undefined
  }

  /**
   * Sends the page under `key`, loading it when it is missing or old. `goodUntil` is when the calendar will change what
   * it says. Errors are not kept.
   */
  async send(
    { request, reply }: { request: FastifyRequest; reply: FastifyReply },
    key: string,
    load: () => Promise<unknown>,
    goodUntil?: Date,
  ) {
    const page = this.#fresh(key) ?? (await this.#load(key, load, goodUntil))
    keep(this.#byAddress, request.raw.url ?? '', key)
    reply.hijack()
    this.#write(reply.raw, page, request.headers)
    return reply
  }

  /** To be called after every write that could change a page. */
  clear(): void {
    this.#pages.clear()
  }

  #fresh(key: string): Page | undefined {
    const page = this.#pages.get(key)
    const now = this.#clock().getTime()
    return page && page.freshFrom <= now && now < page.freshUntil ? page : undefined
  }

  async #load(key: string, load: () => Promise<unknown>, goodUntil?: Date): Promise<Page> {
    const body = Buffer.from(JSON.stringify(await load()))
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
    const freshFrom = this.#clock().getTime()
    const freshUntil = Math.min(freshFrom + lifetime, goodUntil?.getTime() ?? Infinity)
    const page = { ...(await formsOf(body, etag)), etag, freshFrom, freshUntil }
    keep(this.#pages, key, page)
    return page
  }

  #write(response: ServerResponse, page: Page, asked: IncomingMessage['headers']): void {
    const { status, head, body } = formFor(page, asked)
    const crossOrigin = asked.origin === undefined ? [] : this.#crossOriginHead(asked.origin)
    response.writeHead(status, crossOrigin.length > 0 ? [...head, ...crossOrigin] : (head as string[]))
    response.end(body)
  }

  #crossOriginHead(origin: string): string[] {
    return Object.entries(this.#crossOrigin.headersFor(origin)).flat()
  }
}

async function formsOf(body: Buffer, etag: string): Promise<Pick<Page, 'plain' | 'gzipped' | 'unchanged'>> {
  const gzipped = await compress(body)
  const always = { ...securityHeaders, etag, 'cache-control': 'no-cache', vary: 'Accept-Encoding, Origin' }
  const full = { ...always, 'content-type': 'application/json; charset=utf-8' }
  const packed = { ...full, 'content-encoding': 'gzip', 'content-length': String(gzipped.length) }
  return {
    plain: { status: 200, head: flat({ ...full, 'content-length': String(body.length) }), body },
    gzipped: { status: 200, head: flat(packed), body: gzipped },
    unchanged: { status: 304, head: flat(always) },
  }
}

const flat = (headers: Record<string, string>): string[] => Object.entries(headers).flat()

function formFor(page: Page, asked: IncomingMessage['headers']): Form {
  if (matches(asked['if-none-match'], page.etag)) return page.unchanged
  return asked['accept-encoding']?.includes('gzip') ? page.gzipped : page.plain
}

function keep<T>(map: Map<string, T>, key: string, value: T): void {
  const oldest = map.keys().next()
  if (map.size >= mostPages && !map.has(key) && !oldest.done) map.delete(oldest.value)
  map.set(key, value)
}

/** Weakly, as RFC 9110 asks for reads: proxies that compress put `W/` in front. */
function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined || header === etag) return header === etag
  const given = header.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return given.includes(etag) || given.includes('*')
}
