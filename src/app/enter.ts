import type { EntrySource } from '#contract/entries.ts'
import { readEntry } from '#src/lib/entry.ts'
import { host } from '#src/lib/host.ts'

/** Past the first paint and its data. */
const afterStart = 3000

/** Takes note of how one came and answers where to go. What it needs is fetched only by those who came by a link. */
export function enter(address: string): string {
  const { path, station, source } = readEntry(address)
  if (station) void remember(station)
  if (source) setTimeout(() => void count(source), afterStart)
  return path
}

/** For the address the app was opened with, before anything is drawn. */
export function enterHere(): void {
  const { pathname, search, hash } = window.location
  const base = host().basename.replace(/\/$/, '')
  const here = (pathname.slice(base.length) || '/') + search + hash
  const path = enter(here)
  if (path !== here) window.history.replaceState(window.history.state, '', base + path)
}

async function remember(station: string): Promise<void> {
  const lib = await import('#src/lib/remembered-station.ts').catch(() => undefined)
  lib?.rememberStation(station)
}

async function count(source: EntrySource): Promise<void> {
  const feature = await import('#src/features/entries/count-entry.ts').catch(() => undefined)
  await feature?.countEntry(source)
}
