import * as v from 'valibot'
import { Point } from '#contract/point.ts'
import type { GraphConfig } from './graph-client.ts'
import { readAnswer } from './read-answer.ts'

/** Where a location token leads, for the person whose access token it came with. A token works once. */
export type Locate = (
  accessToken: string,
  token: string,
) => Promise<{ ok: true; point: Point } | { ok: false; reason: 'refused' | 'unavailable' }>

const timeoutMs = 5_000
const refused = { ok: false, reason: 'refused' } as const
const unavailable = { ok: false, reason: 'unavailable' } as const

const Degrees = v.pipe(v.union([v.string(), v.number()]), v.transform(Number), v.finite())
const Answer = v.object({
  error: v.optional(v.union([v.string(), v.number()])),
  data: v.optional(v.object({ latitude: v.optional(Degrees), longitude: v.optional(Degrees) })),
})

export function createLocate(config: GraphConfig): Locate {
  const send = config.fetch ?? fetch
  const address = `${config.graphUrl.replace(/\/+$/, '')}/v2.0/me/info`
  return async (accessToken, token) => {
    try {
      const response = await send(address, {
        headers: { access_token: accessToken, code: token, secret_key: config.appSecret },
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      })
      const text = await readAnswer(response)
      if (response.status === 400 || response.status === 401) return refused
      return response.status === 200 ? readPlace(JSON.parse(text)) : unavailable
    } catch {
      return unavailable
    }
  }
}

/** Zalo reports errors inside an HTTP 200. A place outside Viet Nam is of no use here. */
function readPlace(body: unknown): Awaited<ReturnType<Locate>> {
  const answer = v.safeParse(Answer, body)
  if (!answer.success) return unavailable
  const { error = 0, data } = answer.output
  if (Number(error) !== 0 || !data) return refused
  const point = v.safeParse(Point, { lat: data.latitude, lon: data.longitude })
  return point.success ? { ok: true, point: point.output } : refused
}
