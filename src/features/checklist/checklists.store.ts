import { useEffect } from 'react'
import * as v from 'valibot'
import { create } from 'zustand'
import { Day, Instant } from '#contract/text.ts'
import { newClientKey } from '#src/lib/client-key.ts'
import { onCleared, readStored, writeStored } from '#src/lib/storage.ts'
import { Checklist, sameChecklist } from './checklist.ts'

const key = 'checklists'
/** Ticks on lists that nobody asked to keep: enough to come back to yesterday's. */
const mostUnkept = 5

const Entry = v.object({
  /** Says nothing about the person: it stands in an address. */
  id: v.string(),
  checklist: Checklist,
  ticked: v.array(v.string()),
  visitOn: v.nullable(Day),
  kept: v.boolean(),
  changedAt: Instant,
  /** When its words were last those of the server. */
  writtenAt: v.optional(Instant),
})
export type Entry = v.InferOutput<typeof Entry>
/** One that an older app wrote in another shape must not take the others with it. */
const Stored = v.array(v.fallback(v.nullable(Entry), null))

interface ChecklistsState {
  opened: boolean
  /** Latest change first. */
  entries: Entry[]
}

export const useChecklists = create<ChecklistsState>()(() => ({ opened: false, entries: [] }))

onCleared(() => useChecklists.setState({ opened: true, entries: [] }))

async function open(): Promise<void> {
  const stored = (await readStored(key, Stored)) ?? []
  const entries = stored.filter((entry) => entry !== null)
  if (!useChecklists.getState().opened) useChecklists.setState({ opened: true, entries })
}

/** True once what the phone kept is there. */
export function useOpenChecklists(): boolean {
  useEffect(() => void open(), [])
  return useChecklists((state) => state.opened)
}

/** The entry of the same procedure and answers, whatever has become of its words since. */
export function useEntryFor(checklist: Checklist): Entry | undefined {
  return useChecklists(({ entries }) => entries.find((entry) => sameChecklist(entry.checklist, checklist)))
}

type Change = Partial<Pick<Entry, 'ticked' | 'visitOn' | 'kept'>>

/** Changes a list or begins to remember it, with its words as they read now. Tells whether the phone kept it. */
export async function changeEntry(checklist: Checklist, change: Change): Promise<boolean> {
  const { entries } = useChecklists.getState()
  const known = entries.find((entry) => sameChecklist(entry.checklist, checklist))
  const changedAt = new Date().toISOString()
  const entry: Entry = {
    ...(known ?? { id: newClientKey(), ticked: [], visitOn: null, kept: false, writtenAt: changedAt }),
    ...change,
    checklist,
    changedAt,
  }
  return save([entry, ...entries.filter((one) => one !== known)])
}

/** The words of the server for the same list; nothing else about it changes. */
export async function refreshEntry(id: string, checklist: Checklist): Promise<boolean> {
  const { entries } = useChecklists.getState()
  const writtenAt = new Date().toISOString()
  return save(entries.map((entry) => (entry.id === id ? { ...entry, checklist, writtenAt } : entry)))
}

export async function removeEntry(id: string): Promise<boolean> {
  return save(useChecklists.getState().entries.filter((entry) => entry.id !== id))
}

async function save(entries: readonly Entry[]): Promise<boolean> {
  const unkept = entries.filter(({ kept }) => !kept).slice(mostUnkept)
  const rest = entries.filter((entry) => !unkept.includes(entry))
  useChecklists.setState({ entries: rest })
  const result = await writeStored(key, rest)
  return result.kind === 'ok' && result.data === 'device'
}
