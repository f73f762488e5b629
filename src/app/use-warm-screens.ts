import { useEffect } from 'react'
import { keepPage } from './keep-page.ts'

const screens = import.meta.glob(['../screens/*.screen.tsx', '!../screens/home.screen.tsx'])
/** After the first screen and its data, so that it takes nothing away from them. */
const afterStart = 5000

/** Fetches the other screens, and what they show, while there is network: a tip form or a guide must open where there is none. */
export function useWarmScreens(): void {
  useEffect(() => {
    if (saysSaveData()) return
    const timer = setTimeout(() => void warm(), afterStart)
    return () => clearTimeout(timer)
  }, [])
}

/** One after the other, to stay small on a weak line; the first failure ends it. */
async function warm(): Promise<void> {
  try {
    const { startLate } = await import('./late-start.ts')
    await startLate()
    for (const load of Object.values(screens)) await load()
    await keepPage()
  } catch {
    // Nobody asked for it yet; opening the screen will try again and say so.
  }
}

function saysSaveData(): boolean {
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true
}
