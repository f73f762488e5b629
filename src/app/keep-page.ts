import { host } from '#src/lib/host.ts'

/**
 * In a plain browser the page itself has to open without network, which only a service worker can do. Inside Zalo the
 * platform keeps the page, and its host carries many apps: nothing of ours may stand between them and the network.
 */
export async function keepPage(): Promise<void> {
  const { name, basename } = host()
  if (name !== 'browser' || basename !== '/' || !import.meta.env.PROD || !('serviceWorker' in navigator))
    return
  await navigator.serviceWorker.register('/preview-worker.js', { updateViaCache: 'none' })
}
