import type { GenericSchema } from 'valibot'
import { create } from 'zustand'
import type { Failure, Result } from '#contract/error.ts'
import { readCopy, removeCopy, writeCopy, type Stay } from './copies.ts'
import type { Remote } from './remote.ts'
import { findSecondCopy, forgetSecondCopies, writeSecondCopy } from './second-copies.ts'

export interface ResourceOptions<Args, T> {
  /** Names one thing among all resources, also in the phone's storage: `guide:mat-the`. */
  key: (args: Args) => string
  load: (args: Args) => Promise<Result<T>>
  schema: GenericSchema<unknown, T>
  /** `lasting` for what must open without network; otherwise newer pages push it out. */
  stay?: Stay
}

interface Entry<T> {
  remote: Remote<T>
  /** When the shown data left the server; absent while there is none. */
  savedAt?: string | undefined
  /** When the server last answered with it in this visit. */
  checkedAt: number
}

const day = 24 * 60 * 60 * 1000
/** After so long a copy is not shown at all. The lasting ones say themselves when they are due for review. */
const longest: Record<Stay, number> = { passing: 30 * day, lasting: 365 * day }

/** A line so weak that nothing comes: from then on the copy says how old it is, while the answer may still come. */
const patience = 4000

const resets = new Set<() => void>()

/** Forgets everything in memory, for tests and for "clear saved data". */
export function resetResources(): void {
  forgetSecondCopies()
  for (const reset of resets) reset()
}

export function createResourceStore<Args, T>(options: ResourceOptions<Args, T>) {
  const { stay = 'passing', schema } = options
  const useEntries = create<Record<string, Entry<T>>>(() => ({}))
  const running = new Map<string, Promise<void>>()
  resets.add(() => {
    running.clear()
    useEntries.setState({}, true)
  })

  const entryOf = (key: string) => useEntries.getState()[key] ?? fromCopy(readCopy(key, schema, stay), stay)

  async function load(key: string, args: Args, isCurrent: () => boolean): Promise<void> {
    const second = stay === 'lasting' ? showSecondCopy(key, isCurrent) : undefined
    const timer = setTimeout(() => isCurrent() && put(key, sayAge(entryOf(key))), patience)
    const result = await options.load(args)
    clearTimeout(timer)
    if (!result.ok) await second
    // Forgotten meanwhile: the answer must not come back to life.
    if (!isCurrent()) return
    if (result.ok) return keep(key, result.data)
    if (result.error.code === 'not-found') drop(key)
    put(key, afterFailure(entryOf(key), result.error))
  }

  async function showSecondCopy(key: string, isCurrent: () => boolean): Promise<void> {
    if (entryOf(key).remote.kind === 'ready') return
    const found = fromCopy(await findSecondCopy(key, schema), stay)
    const stillNeeded = isCurrent() && entryOf(key).remote.kind !== 'ready'
    if (stillNeeded && found.remote.kind === 'ready') put(key, found)
  }

  function keep(key: string, data: T): void {
    const now = Date.now()
    const savedAt = new Date(now).toISOString()
    writeCopy(key, data, savedAt, stay)
    if (stay === 'lasting') void writeSecondCopy(key, { savedAt, data })
    put(key, { remote: { kind: 'ready', data }, savedAt, checkedAt: now })
  }

  /** The server says that it is gone: an old copy would contradict it. */
  function drop(key: string): void {
    removeCopy(key, stay)
    if (stay === 'lasting') void writeSecondCopy(key, undefined)
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

  return { useEntries, entryOf, reload, keep, keyOf: options.key }
}

function fromCopy<T>(copy: { savedAt: string; data: T } | undefined, stay: Stay): Entry<T> {
  const usable = copy && Date.now() - Date.parse(copy.savedAt) < longest[stay]
  if (!usable) return { remote: { kind: 'loading' }, checkedAt: 0 }
  return { remote: { kind: 'ready', data: copy.data }, savedAt: copy.savedAt, checkedAt: 0 }
}

function afterFailure<T>(entry: Entry<T>, error: Failure): Entry<T> {
  if (error.code !== 'not-found' && entry.remote.kind === 'ready' && entry.savedAt) return sayAge(entry)
  return { remote: { kind: 'failed', error }, checkedAt: 0 }
}

function sayAge<T>(entry: Entry<T>): Entry<T> {
  const { remote, savedAt } = entry
  if (remote.kind !== 'ready' || !savedAt) return entry
  return { remote: { kind: 'ready', data: remote.data, staleSince: savedAt }, savedAt, checkedAt: 0 }
}
