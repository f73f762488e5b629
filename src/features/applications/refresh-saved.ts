import type { Failure } from '#contract/error.ts'
import { changeSaved, useSaved } from './saved.store.ts'
import { slipApi } from './slip-api.ts'

export type Refreshed = { ok: true; pass: string } | { ok: false; error: Failure }

/** Asks the server how the application stands now; what the phone had stays when there is no answer. */
export async function refreshSaved(id: string): Promise<Refreshed | undefined> {
  const entry = useSaved.getState().entries.find((one) => one.id === id)
  if (!entry) return undefined
  const result = await slipApi.slip.open({ body: { secret: entry.secret } })
  if (result.ok) {
    const { pass, ...application } = result.data
    await changeSaved(id, { application, refreshedAt: new Date().toISOString(), gone: false })
    return { ok: true, pass }
  }
  // Asking again would count as guessing.
  if (result.error.code === 'not-found') await changeSaved(id, { gone: true })
  return { ok: false, error: result.error }
}

const freshFor = 60_000

/** One after the other, those that have not been asked about in the last minute. */
export async function refreshAllSaved(): Promise<void> {
  for (const { id, gone, refreshedAt } of useSaved.getState().entries) {
    if (gone || Date.now() - Date.parse(refreshedAt) < freshFor) continue
    const refreshed = await refreshSaved(id)
    if (refreshed && !refreshed.ok && refreshed.error.code === 'offline') return
  }
}
