import { useEffect } from 'react'
import { keepPage } from './keep-page.ts'
import { fetchLateScreens } from './late-screen.tsx'

/** After the first screen and its data, so that it takes nothing away from them. */
const afterLoad = 2000

/** Fetches the other screens, and what they show, while there is network: a tip form or a guide must open where there is none. */
export function useWarmScreens(): void {
  useEffect(() => {
    if (saysSaveData()) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const wait = () => (timer = setTimeout(() => void warm(), afterLoad))
    if (document.readyState === 'complete') wait()
    else window.addEventListener('load', wait)
    return () => {
      window.removeEventListener('load', wait)
      clearTimeout(timer)
    }
  }, [])
}

/** The page and its facts first: without them no screen opens where there is no network. The first failure ends it. */
async function warm(): Promise<void> {
  try {
    await keepPage()
    const { startLate } = await import('./late-start.ts')
    await startLate()
    await fetchLateScreens()
  } catch {
    // Nobody asked for it yet; opening the screen will try again and say so.
  }
}

function saysSaveData(): boolean {
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true
}
