import { useEffect, useState } from 'react'
import { flushTip, leaveTip, openTip, useTip } from './tip.store.ts'

/** A store that is slow to answer must not keep anybody from writing. */
const patience = 1500

/** Opens what the phone kept and saves before the app may be gone. True once one may write. */
export function useTipLifetime(): boolean {
  const opened = useTip((state) => state.opened)
  const [waited, setWaited] = useState(false)

  useEffect(() => {
    void openTip()
    const timer = setTimeout(() => setWaited(true), patience)
    return () => clearTimeout(timer)
  }, [])

  useEffect(() => {
    const save = () => void flushTip()
    document.addEventListener('visibilitychange', save)
    // Not sent on every phone, just as visibilitychange is not: together they miss little.
    window.addEventListener('pagehide', save)
    return () => {
      document.removeEventListener('visibilitychange', save)
      window.removeEventListener('pagehide', save)
      leaveTip()
    }
  }, [])
  return opened || waited
}
