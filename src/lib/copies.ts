import * as v from 'valibot'
import { keysNow, readNow, removeNow, writeNow } from './phone-store.ts'

/**
 * The phone's copies of public pages. Passing ones are bounded in number and the oldest leave first; lasting ones are
 * the few that must open without network, and nothing pushes them out.
 */
export type Stay = 'passing' | 'lasting'

const folders = { passing: 'copy:', lasting: 'lasting:' } as const
const mostPassing = 40
const roomToMake = 10

const SavedAt = v.object({ savedAt: v.pipe(v.string(), v.isoTimestamp()) })

/** The data is checked at every reading: the app may have been updated since the copy was made. */
export function readCopy<T>(
  key: string,
  schema: v.GenericSchema<unknown, T>,
  stay: Stay = 'passing',
): { savedAt: string; data: T } | undefined {
  return readNow(folders[stay] + key, v.object({ ...SavedAt.entries, data: schema }))
}

export function writeCopy(key: string, data: unknown, savedAt: string, stay: Stay = 'passing'): void {
  const name = folders[stay] + key
  if (stay === 'passing') keepNewest(mostPassing - 1, name)
  if (writeNow(name, { savedAt, data })) return
  keepNewest(roomToMake, name)
  writeNow(name, { savedAt, data })
}

export function removeCopy(key: string, stay: Stay = 'passing'): void {
  removeNow(folders[stay] + key)
}

export function removeAllCopies(): void {
  for (const folder of Object.values(folders)) keysNow(folder).forEach(removeNow)
}

function keepNewest(count: number, except: string): void {
  const others = keysNow(folders.passing).filter((name) => name !== except)
  if (others.length <= count) return
  const age = new Map(others.map((name) => [name, readNow(name, SavedAt)?.savedAt ?? '']))
  others.sort((a, b) => (age.get(b) ?? '').localeCompare(age.get(a) ?? ''))
  others.slice(count).forEach(removeNow)
}
