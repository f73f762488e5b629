import { useCallback, useEffect } from 'react'
import type { Remote } from './remote.ts'
import { createResourceStore, type ResourceOptions } from './resource-store.ts'

/** Going back and forth between tabs must not load the same page again on a slow line. */
const freshFor = 60_000

/** Stale-while-revalidate: the phone's copy in the first frame, the server's answer when it comes. */
export function createResource<Args, T>(options: ResourceOptions<Args, T>) {
  const store = createResourceStore(options)
  const refresh = (key: string, args: Args) => {
    if (Date.now() - store.entryOf(key).checkedAt > freshFor) store.reload(key, args)
  }

  function useResource(args: Args): { remote: Remote<T>; reload: () => void } {
    const key = store.keyOf(args)
    const { remote } = store.useEntries((entries) => entries[key]) ?? store.entryOf(key)

    // The key stands for the arguments, which may be a new object at every render.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    const reload = useCallback(() => store.reload(key, args), [key])
    // eslint-disable-next-line react-hooks/exhaustive-deps
    useEffect(() => refresh(key, args), [key])

    const waiting = remote.kind === 'failed' || (remote.kind === 'ready' && remote.staleSince !== undefined)
    useEffect(() => {
      if (!waiting) return
      window.addEventListener('online', reload)
      return () => window.removeEventListener('online', reload)
    }, [waiting, reload])

    return { remote, reload }
  }

  /** Loads before a screen asks, so that the answer travels while the screen is being drawn. */
  useResource.prefetch = (args: Args) => store.reload(store.keyOf(args), args)
  /** The same for what no screen waits for: not again when it has just been loaded. */
  useResource.refresh = (args: Args) => refresh(store.keyOf(args), args)
  /** For what came from the server in another answer. */
  useResource.keep = (args: Args, data: T) => store.keep(store.keyOf(args), data)
  return useResource
}
