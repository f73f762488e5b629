import { useParcels } from './parcels.store.ts'

/** What sends files is fetched when there is something to send: without network it could do nothing anyway. */
export async function startSending(): Promise<void> {
  if (useParcels.getState().parcels.length === 0) return
  try {
    const { sendParcels } = await import('./send-parcels.ts')
    await sendParcels()
  } catch {
    useParcels.setState({ stopped: { code: 'offline' } })
    window.addEventListener('online', () => void startSending(), { once: true })
  }
}
