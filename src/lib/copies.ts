import * as v from 'valibot'
import { keysNow, readNow, removeNow, writeNow } from './phone-store.ts'

/** The phone's copies of public pages: a bounded number, the oldest leave first. */
const folder = 'copy:'
const mostCopies = 40
const roomToMake = 10

const SavedAt = v.object({ savedAt: v.pipe(v.string(), v.isoTimestamp()) })

/** The data is checked at every reading: the app may have been updated since the copy was made. */
export function readCopy<T>(
  key: string,
  schema: v.GenericSchema<unknown, T>,
): { savedAt: string; data: T } | undefined {
  return readNow(folder + key, v.object({ ...SavedAt.entries, data: schema }))
}

export function writeCopy(key: string, data: unknown, savedAt: string): void {
  const name = folder + key
  keepNewest(mostCopies - 1, name)
  if (writeNow(name, { savedAt, data })) return
  keepNewest(roomToMake, name)
  writeNow(name, { savedAt, data })
}

export function removeCopy(key: string): void {
  removeNow(folder + key)
}

export function removeAllCopies(): void {
  keysNow(folder).forEach(removeNow)
}

function keepNewest(count: number, except: string): void {
  const others = keysNow(folder).filter((name) => name !== except)
  if (others.length <= count) return
  const age = new Map(others.map((name) => [name, readNow(name, SavedAt)?.savedAt ?? '']))
  others.sort((a, b) => (age.get(b) ?? '').localeCompare(age.get(a) ?? ''))
  others.slice(count).forEach(removeNow)
}
