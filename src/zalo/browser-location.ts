import { withTimeout } from './call-policy.ts'
import { timedOut } from './error-result.ts'
import { failed, ok, type HostResult, type Whereabouts } from './host.ts'

const positionTimeoutMs = 10_000
/** The browser's own limit does not run while the person reads its question, which they may leave unanswered. */
const questionTimeoutMs = 60_000

/** Codes of `GeolocationPositionError`; anything else is a place that could not be found. */
const denied = 1
const tooLate = 3

export async function locateInBrowser(
  geolocation: Geolocation | undefined,
): Promise<HostResult<Whereabouts>> {
  // Absent in an old webview and on a page without https.
  if (!geolocation) return { kind: 'unsupported' }
  const asked = await withTimeout(() => askOnce(geolocation), questionTimeoutMs)
  return asked.kind === 'ok' ? asked.data : asked
}

function askOnce(geolocation: Geolocation): Promise<HostResult<Whereabouts>> {
  return new Promise((resolve) => {
    geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) =>
        resolve(ok({ kind: 'point', latitude, longitude, accuracy })),
      ({ code }) =>
        resolve(code === denied ? { kind: 'denied' } : failed(code === tooLate ? timedOut : undefined)),
      { enableHighAccuracy: true, timeout: positionTimeoutMs, maximumAge: 60_000 },
    )
  })
}
