import { useEffect } from 'react'
import * as v from 'valibot'
import { create } from 'zustand'
import { Slug } from '#contract/text.ts'
import type { Station } from '#contract/unit.ts'
import { onCleared, readStored, removeStored, writeStored } from './storage.ts'
import { useUnit } from './unit.ts'

/** The station whose sheet was scanned, or that was chosen: guides, tips and questions start from it. Only on this phone. */
const key = 'station'
const Stored = v.object({ id: Slug })

interface Remembered {
  /** Until the phone's store has answered nobody knows. */
  opened: boolean
  id: string | undefined
}

const useRemembered = create<Remembered>()(() => ({ opened: false, id: undefined }))

onCleared(() => useRemembered.setState({ opened: true, id: undefined }))

export function rememberStation(id: string): void {
  useRemembered.setState({ opened: true, id })
  void writeStored(key, { id })
}

export function forgetStation(): void {
  useRemembered.setState({ opened: true, id: undefined })
  void removeStored(key)
}

async function open(): Promise<void> {
  const stored = await readStored(key, Stored)
  if (!useRemembered.getState().opened) useRemembered.setState({ opened: true, id: stored?.id })
}

export function useRememberedId(): string | undefined {
  useEffect(() => void open(), [])
  return useRemembered((state) => state.id)
}

/** What the unit says of it; undefined also when it has closed since. */
export function useRememberedStation(): Station | undefined {
  const id = useRememberedId()
  const { remote } = useUnit()
  return remote.kind === 'ready' ? remote.data.stations.find((station) => station.id === id) : undefined
}

/** For tests: as when the app has just been opened. */
export function resetRememberedStation(): void {
  useRemembered.setState({ opened: false, id: undefined })
}
