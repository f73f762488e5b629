import type { Point } from '#contract/point.ts'
import { host } from '#src/lib/host.ts'
import { timedOut } from '#src/zalo/error-result.ts'
import type { HostResult } from '#src/zalo/host.ts'
import { tipsApi } from './tips-api.ts'

/** Why there is no point. Each has its own words, and the way without one stays open. */
export type NoPoint = 'denied' | 'unavailable' | 'too-late' | 'failed' | 'far'

export type Finding = { kind: 'found'; point: Point } | { kind: 'nothing'; why: NoPoint }

export async function findPoint(): Promise<Finding> {
  const located = await host().locate()
  if (located.kind !== 'ok') return { kind: 'nothing', why: reasonOf(located) }
  const place = located.data
  if (place.kind === 'point') return pointOf(place.latitude, place.longitude)
  const { accessToken, token } = place
  const answer = await tipsApi.tips.locate({ body: { accessToken, token } })
  if (answer.ok) return { kind: 'found', point: answer.data }
  return { kind: 'nothing', why: answer.error.code === 'offline' ? 'too-late' : 'failed' }
}

/** About a hundred metres, rounded before it is kept or sent: finer would show which door somebody stood at. */
function pointOf(latitude: number, longitude: number): Finding {
  const inVietNam = latitude >= 8 && latitude <= 24 && longitude >= 102 && longitude <= 118
  if (!inVietNam) return { kind: 'nothing', why: 'far' }
  const three = (degrees: number) => Math.round(degrees * 1000) / 1000
  return { kind: 'found', point: { lat: three(latitude), lon: three(longitude) } }
}

function reasonOf(result: Exclude<HostResult<unknown>, { kind: 'ok' }>): NoPoint {
  if (result.kind === 'denied' || result.kind === 'cancelled') return 'denied'
  if (result.kind === 'unsupported' || result.kind === 'not-in-host') return 'unavailable'
  return result.kind === 'failed' && result.code === timedOut ? 'too-late' : 'failed'
}
