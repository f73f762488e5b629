import type { ZaloSdk } from './sdk-shape.ts'

export const loadTimeoutMs = 15_000

export type LoadSdk = () => Promise<ZaloSdk>

/** The import logs in by itself; when that fails nobody is waiting for it and every call reports it again. */
function silenceLoginRejection(event: PromiseRejectionEvent) {
  const reason: unknown = event.reason
  const fromLogin = typeof reason === 'object' && reason !== null && 'api' in reason && reason.api === 'login'
  const noBridge = reason instanceof ReferenceError && /Zalo|ZJSBridge/.test(reason.message)
  if (fromLogin || noBridge) event.preventDefault()
}

/** Loads the SDK's file once; a failed download is tried again at the next need. */
export function createSdkLoader(importSdk: LoadSdk = () => import('./sdk.ts')): LoadSdk {
  let loading: Promise<ZaloSdk> | undefined
  return () => {
    if (!loading) {
      window.addEventListener('unhandledrejection', silenceLoginRejection)
      loading = importSdk()
      loading.catch(() => {
        loading = undefined
      })
    }
    return loading
  }
}
