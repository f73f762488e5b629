import { useEffect } from 'react'
import * as v from 'valibot'
import { create } from 'zustand'
import { Application, type OpenedApplication } from '#contract/applications.ts'
import { SlipSecret } from '#contract/slip-secret.ts'
import { Instant } from '#contract/text.ts'
import { newClientKey } from '#src/lib/client-key.ts'
import { onCleared, readStored, writeStored } from '#src/lib/storage.ts'
import { slipApi } from './slip-api.ts'

const key = 'saved-applications'

/** Neither code nor factor: only a secret of this phone, which the server can take out of use. */
const Saved = v.object({
  /** Says nothing about the person: it stands in an address. */
  id: v.string(),
  secret: SlipSecret,
  application: Application,
  /** When the server last answered with it. */
  refreshedAt: Instant,
  /** How many steps the person has seen. */
  seenSteps: v.number(),
  /** Missing papers that are ticked off. */
  ticked: v.array(v.string()),
  /** The server no longer knows the secret. */
  gone: v.boolean(),
})
export type Saved = v.InferOutput<typeof Saved>
/** One that an older app wrote in another shape must not take the others with it. */
const Stored = v.array(v.fallback(v.nullable(Saved), null))

interface SavedState {
  opened: boolean
  entries: Saved[]
}

export const useSaved = create<SavedState>()(() => ({ opened: false, entries: [] }))

onCleared(() => useSaved.setState({ opened: true, entries: [] }))

async function open(): Promise<void> {
  const stored = (await readStored(key, Stored)) ?? []
  if (!useSaved.getState().opened) {
    useSaved.setState({ opened: true, entries: stored.filter((entry) => entry !== null) })
  }
}

/** True once what the phone kept is there. */
export function useOpenSaved(): boolean {
  useEffect(() => void open(), [])
  return useSaved((state) => state.opened)
}

export const isSame = (one: Application, other: Application) => one.mark === other.mark

export type Kept = 'kept' | 'this-visit' | 'expired' | 'failed'

export async function saveApplication({ pass, ...application }: OpenedApplication): Promise<Kept> {
  await open()
  const result = await slipApi.slip.keep({ body: { pass } })
  if (!result.ok) return result.error.code === 'not-found' ? 'expired' : 'failed'
  const entry: Saved = {
    id: newClientKey(),
    secret: result.data.secret,
    application,
    refreshedAt: new Date().toISOString(),
    seenSteps: application.steps.length,
    ticked: [],
    gone: false,
  }
  const others = useSaved.getState().entries.filter((one) => !isSame(one.application, application))
  return (await store([entry, ...others])) ? 'kept' : 'this-visit'
}

/** Also takes the secret out of use, when there is network; otherwise it lapses by itself. */
export async function removeSaved(id: string): Promise<void> {
  const { entries } = useSaved.getState()
  const entry = entries.find((one) => one.id === id)
  await store(entries.filter((one) => one.id !== id))
  if (entry) await slipApi.slip.release({ body: { secret: entry.secret } })
}

export async function removeAllSaved(): Promise<void> {
  await open()
  const { entries } = useSaved.getState()
  await store([])
  void Promise.all(entries.map(({ secret }) => slipApi.slip.release({ body: { secret } })))
}

export async function changeSaved(id: string, change: Partial<Omit<Saved, 'id' | 'secret'>>): Promise<void> {
  const { entries } = useSaved.getState()
  await store(entries.map((entry) => (entry.id === id ? { ...entry, ...change } : entry)))
}

async function store(entries: Saved[]): Promise<boolean> {
  useSaved.setState({ opened: true, entries })
  const result = await writeStored(key, entries)
  return result.kind === 'ok' && result.data === 'device'
}
