import { useCallback, useEffect, useState } from 'react'
import { type Refreshed, refreshSaved } from './refresh-saved.ts'
import { changeSaved, type Saved } from './saved.store.ts'

/** Asks anew on opening and when the network comes back; what is new stays marked until the next visit. */
export function useSavedRefresh({ id, gone, seenSteps }: Saved) {
  const [outcome, setOutcome] = useState<Refreshed>()
  const [busy, setBusy] = useState(!gone)
  const [seenBefore] = useState(seenSteps)
  const show = useCallback((refreshed: Refreshed | undefined) => {
    setBusy(false)
    setOutcome(refreshed)
  }, [])

  useEffect(() => {
    if (!gone) void refreshSaved(id).then(show)
  }, [gone, id, show])

  const failure = outcome?.ok === false ? outcome.error : undefined
  const offline = failure?.code === 'offline'
  useEffect(() => {
    if (!offline) return
    const again = () => void refreshSaved(id).then(show)
    window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  }, [offline, id, show])

  const refresh = () => {
    setBusy(true)
    void refreshSaved(id).then(show)
  }
  return { pass: outcome?.ok ? outcome.pass : undefined, failure, busy, seenBefore, refresh }
}

/** What is on the page has been seen. */
export function useMarkSeen({ id, application, seenSteps }: Saved): void {
  const { length } = application.steps
  useEffect(() => {
    if (length !== seenSteps) void changeSaved(id, { seenSteps: length })
  }, [id, length, seenSteps])
}
