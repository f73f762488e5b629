import * as v from 'valibot'
import type { Endpoint } from './endpoint.ts'
import { ErrorBody, errorStatus, type ErrorCode, type Failure, type Result } from './error.ts'

type Parts<E extends Endpoint> = {
  [K in 'params' | 'query' | 'body' as E[K] extends v.GenericSchema ? K : never]: v.InferInput<
    Extract<E[K], v.GenericSchema>
  >
} & (E['bytes'] extends true ? { body: Blob } : unknown)
type MayBeEmpty<P> = { [K in keyof P]: object extends P[K] ? K : never }[keyof P]
/** Parts that may be empty may be left out. */
type Input<E extends Endpoint> = Omit<Parts<E>, MayBeEmpty<Parts<E>>> &
  Partial<Pick<Parts<E>, MayBeEmpty<Parts<E>>>>
/** The argument may be left out when every part of it may be empty. */
type Args<I> = object extends I ? [input?: I] : [input: I]
type Call<E extends Endpoint> = (...args: Args<Input<E>>) => Promise<Result<v.InferOutput<E['response']>>>
export type Endpoints = Record<string, Record<string, Endpoint>>

export type Client<A extends Endpoints> = {
  [Area in keyof A]: { [Name in keyof A[Area]]: Call<A[Area][Name]> }
}

export interface ClientOptions {
  /** Origin of the API without a trailing slash; empty for the page's own origin. */
  origin: string
  /** Our bearer session, when there is one. */
  token?: () => string | undefined
  fetch?: typeof fetch
  /** One attempt's limit in milliseconds. */
  timeout?: number
  /** Waits before attempts 2, 3, …, in milliseconds. */
  retryAfter?: readonly number[]
}

type AnyInput = { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown }

/** Longer waits are the person's decision, not ours: the failure says how long. */
const longestWait = 10_000
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** A typed caller for every endpoint. Calls never throw: they answer a result. */
export function createClient<A extends Endpoints>(api: A, options: ClientOptions): Client<A> {
  const areas = Object.entries(api).map(([area, endpoints]) => [
    area,
    Object.fromEntries(
      Object.entries(endpoints).map(([name, e]) => [name, (input: AnyInput = {}) => call(e, input, options)]),
    ),
  ])
  return Object.fromEntries(areas) as Client<A>
}

async function call(e: Endpoint, input: AnyInput, options: ClientOptions): Promise<Result<unknown>> {
  const waits = e.method === 'GET' || e.repeatable ? (options.retryAfter ?? [600, 1800]) : []
  for (let attempt = 0; ; attempt += 1) {
    const result = await callOnce(e, input, options)
    const wait = waits[attempt]
    if (result.ok || wait === undefined || !mayPass(result.error.code)) return result
    const asked = (result.error.retryAfter ?? 0) * 1000
    if (asked > longestWait) return result
    await pause(Math.max(wait, asked))
  }
}

function mayPass(code: Failure['code']): boolean {
  return code === 'offline' || code === 'unavailable'
}

async function callOnce(e: Endpoint, input: AnyInput, options: ClientOptions): Promise<Result<unknown>> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), options.timeout ?? 15_000)
  try {
    const answer = await (options.fetch ?? fetch)(
      options.origin + address(e, input),
      request(e, input, options, abort),
    )
    if (answer.ok && e.answersBytes) return { ok: true, data: await answer.blob() }
    // Outside parseJson: a connection lost half-way through the body is `offline` too.
    const body = parseJson(await answer.text())
    return answer.ok ? success(e, body) : { ok: false, error: failure(answer, body) }
  } catch {
    return { ok: false, error: { code: 'offline' } }
  } finally {
    clearTimeout(timer)
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function request(e: Endpoint, input: AnyInput, options: ClientOptions, abort: AbortController): RequestInit {
  const token = e.session && options.token?.()
  return {
    method: e.method,
    signal: abort.signal,
    headers: {
      ...(e.body && { 'content-type': 'application/json' }),
      ...(e.bytes && { 'content-type': 'application/octet-stream' }),
      ...(token && { authorization: `Bearer ${token}` }),
      // A page of another origin cannot send it without asking, and is refused.
      ...(e.desk && { 'desk-request': '1' }),
    },
    ...(e.body && { body: JSON.stringify(input.body) }),
    ...(e.bytes && { body: input.body as Blob }),
  }
}

function address(e: Endpoint, input: AnyInput): string {
  const path = e.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(input.params?.[name])),
  )
  const given = Object.entries(input.query ?? {}).filter(([, value]) => value !== undefined)
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return `/api${path}${query && `?${query}`}`
}

function success(e: Endpoint, body: unknown): Result<unknown> {
  const parsed = v.safeParse(e.response, body)
  // An answer that breaks the contract is our fault, not the person's network.
  return parsed.success ? { ok: true, data: parsed.output } : { ok: false, error: { code: 'unexpected' } }
}

function failure(answer: Response, body: unknown): Failure {
  const parsed = v.safeParse(ErrorBody, body)
  const waited = Number(answer.headers.get('retry-after'))
  const retryAfter = waited > 0 ? { retryAfter: waited } : {}
  if (!parsed.success) return { code: codeOf(answer.status), ...retryAfter }
  const { code, fields, requestId } = parsed.output.error
  return { code, requestId, ...(fields && { fields }), ...retryAfter }
}

/** For answers that a proxy on the way gave instead of us. */
function codeOf(status: number): ErrorCode {
  const known = Object.entries(errorStatus).find(([, number]) => number === status)
  if (known) return known[0] as ErrorCode
  return status === 502 || status === 504 ? 'unavailable' : 'unexpected'
}
