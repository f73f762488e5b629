import type { GenericSchema } from 'valibot'
import { create } from 'zustand'
import type { Failure, Result } from '#contract/error.ts'
import { readCopy, removeCopy, writeCopy } from './copies.ts'
import type { Remote } from './remote.ts'

export interface ResourceOptions<Args, T> {
  /** Names one thing among all resources, also in the phone's storage: `guide:mat-the`. */
  key: (args: Args) => string
  load: (args: Args) => Promise<Result<T>>
  schema: GenericSchema<unknown, T>
  /** Milliseconds after which a copy is too old to be shown at all. */
  maxAgeToKeep?: number
}

interface Entry<T> {
  remote: Remote<T>
  /** When the shown data left the server; absent while there is none. */
  savedAt?: string | undefined
  /** When the server last answered with it in this visit. */
  checkedAt: number
}

const month = 30 * 24 * 60 * 60 * 1000

const resets = new Set<() => void>()

/** Forgets everything in memory, for tests and for "clear saved data". */
export function resetResources(): void {
  for (const reset of resets) reset()
}

export function createResourceStore<Args, T>(options: ResourceOptions<Args, T>) {
  const useEntries = create<Record<string, Entry<T>>>(() => ({}))
  const running = new Map<string, Promise<void>>()
  resets.add(() => {
    running.clear()
    useEntries.setState({}, true)
  })

  const entryOf = (key: string) => useEntries.getState()[key] ?? fromPhone(key, options)

  async function load(key: string, args: Args, isCurrent: () => boolean): Promise<void> {
    const result = await options.load(args)
    // Forgotten meanwhile: the answer must not come back to life.
    if (!isCurrent()) return
    if (!result.ok) return put(key, afterFailure(key, entryOf(key), result.error))
    const now = Date.now()
    const savedAt = new Date(now).toISOString()
    writeCopy(key, result.data, savedAt)
    put(key, { remote: { kind: 'ready', data: result.data }, savedAt, checkedAt: now })
  }

  function put(key: string, entry: Entry<T>): void {
    useEntries.setState({ [key]: entry })
  }

  function reload(key: string, args: Args): void {
    if (running.has(key)) return
    const entry = entryOf(key)
    put(key, entry.remote.kind === 'failed' ? { remote: { kind: 'loading' }, checkedAt: 0 } : entry)
    const job: Promise<void> = load(key, args, () => running.get(key) === job).finally(() => {
      if (running.get(key) === job) running.delete(key)
    })
    running.set(key, job)
  }

  return { useEntries, entryOf, reload, keyOf: options.key }
}

function fromPhone<T>(
  key: string,
  options: Pick<ResourceOptions<never, T>, 'schema' | 'maxAgeToKeep'>,
): Entry<T> {
  const copy = readCopy(key, options.schema)
  const usable = copy && Date.now() - Date.parse(copy.savedAt) < (options.maxAgeToKeep ?? month)
  if (!usable) return { remote: { kind: 'loading' }, checkedAt: 0 }
  return { remote: { kind: 'ready', data: copy.data }, savedAt: copy.savedAt, checkedAt: 0 }
}

function afterFailure<T>(key: string, { remote, savedAt }: Entry<T>, error: Failure): Entry<T> {
  // The server says that it is gone: an old copy would contradict it.
  if (error.code === 'not-found') removeCopy(key)
  if (error.code === 'not-found' || remote.kind !== 'ready' || !savedAt) {
    return { remote: { kind: 'failed', error }, checkedAt: 0 }
  }
  return { remote: { kind: 'ready', data: remote.data, staleSince: savedAt }, savedAt, checkedAt: 0 }
}
