import { useEffect, useState } from 'react'
import { useSearchParams } from 'react-router-dom'
import { useRememberedStation } from '#src/lib/remembered-station.ts'
import { useUnit } from '#src/lib/unit.ts'
import { reviewFiles } from './review-files.ts'
import { forgetArrived } from './parcels.store.ts'
import { startSending } from './start-sending.ts'
import { isEmpty } from './tip-fields.ts'
import { onTipTaken, ownsTip } from './tip-tab.ts'
import { changeTip, flushTip, giveTipAway, leaveTip, openTip, useTip, viewOf } from './tip.store.ts'

/** A store that is slow to answer must not keep anybody from writing. */
const patience = 1500

/** Opens what the phone kept and saves before the app may be gone. True once one may write. */
export function useTipLifetime(): boolean {
  const opened = useTip((state) => state.opened)
  const [waited, setWaited] = useState(false)

  useEffect(() => {
    if (useTip.getState().opened && !ownsTip()) giveTipAway()
    void openTip().then(goOnWithFiles)
    const timer = setTimeout(() => setWaited(true), patience)
    return () => clearTimeout(timer)
  }, [])

  useEffect(() => onTipTaken(giveTipAway), [])
  useBroughtAlong(opened)

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

/** Where the last visit has left them. */
async function goOnWithFiles(): Promise<void> {
  await reviewFiles()
  const { receipt, attempts } = useTip.getState().record
  if (!receipt && attempts.length === 0) await forgetArrived()
  await startSending()
}

const slug = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** What a station's QR code or a wanted notice has brought along: in sight of the sender, who can take it out. */
function useBroughtAlong(opened: boolean): void {
  const [query, setQuery] = useSearchParams()
  const station = query.get('station') ?? ''
  const wanted = query.get('wanted') ?? ''
  const { remote } = useUnit()
  const stations = remote.kind === 'ready' ? remote.data.stations : undefined
  useEffect(() => {
    if (!opened || !stations || !(station || wanted)) return
    // Somebody's own word in a link would mark whoever follows it.
    if (stations.some(({ id }) => id === station)) changeTip({ station })
    if (slug.test(wanted)) changeTip({ wanted })
    // Taken over: a reload must not bring back what was taken out.
    setQuery({}, { replace: true })
  }, [opened, stations, station, wanted, setQuery])

  // The station that this phone remembers, but only for a form nobody has begun: what was taken out stays out.
  const remembered = useRememberedStation()?.id
  useEffect(() => {
    const state = useTip.getState()
    const { fields } = state.record
    if (!opened || !remembered || viewOf(state) !== 'form') return
    if (isEmpty(fields) && !fields.station) changeTip({ station: remembered })
  }, [opened, remembered])
}
