import { type ComponentType, lazy, useState } from 'react'

type LateScreen = ComponentType & { fetch: () => Promise<ComponentType> }

const screens: LateScreen[] = []

/**
 * A screen whose code comes when it is first wanted, and behind it that of `next`, which is likely to be wanted after it.
 * Once its code is there it is drawn at once: `lazy` alone would show its fallback for a moment even then.
 */
export function lateScreen(load: () => Promise<ComponentType>, next?: LateScreen): LateScreen {
  let Loaded: ComponentType | undefined
  const fetch = async () => (Loaded = await load())
  const Late = lazy(async () => {
    const screen = { default: await fetch() }
    // Who opens it will be told if it still cannot be had.
    next?.fetch().catch(() => undefined)
    return screen
  })
  function Screen() {
    // Chosen once: to go over to the other would begin the screen anew.
    const [Shown] = useState<ComponentType>(() => Loaded ?? Late)
    return <Shown />
  }
  const screen = Object.assign(Screen, { fetch })
  screens.push(screen)
  return screen
}

/** One after the other, to stay small on a weak line. */
export async function fetchLateScreens(): Promise<void> {
  for (const { fetch } of screens) await fetch()
}
