import { withTimeout } from './call-policy.ts'
import type { Host } from './host.ts'
import { type LoadSdk, loadTimeoutMs } from './load-sdk.ts'
import { appPathOf } from './mini-app-path.ts'

export function createOpenApp(load: LoadSdk, win: Window, basename: string): Host['onOpenApp'] {
  const listeners = new Set<(path: string) => void>()
  let subscribed = false
  const subscribe = async () => {
    await idle(win)
    const sdk = await withTimeout(load, loadTimeoutMs)
    if (sdk.kind !== 'ok' || subscribed) return
    subscribed = true
    sdk.data.onOpenApp((data) => {
      const path = appPathOf(data, basename)
      if (path) for (const listener of listeners) listener(path)
    })
  }
  return (listener) => {
    listeners.add(listener)
    void subscribe()
    return () => void listeners.delete(listener)
  }
}

/** Listening is no reason to download the SDK before the first screen stands. Safari has no idle callback. */
function idle(win: Window): Promise<void> {
  return new Promise((resolve) => {
    if (typeof win.requestIdleCallback === 'function') {
      win.requestIdleCallback(() => resolve(), { timeout: 2_000 })
    } else setTimeout(resolve, 500)
  })
}
