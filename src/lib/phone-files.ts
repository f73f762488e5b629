import { clear, createStore, delMany, getMany, keys, set, type UseStore } from 'idb-keyval'
import { host } from './host.ts'

/**
 * Files that a person has chosen, until they have arrived. In pieces, because a whole video in memory is more than a
 * cheap phone has, and because some webviews lose files that IndexedDB was given as files.
 */
const pieceSize = 512 * 1024
/** Some webviews never answer the first question to IndexedDB. */
const patience = 10_000

/** What the device did not take lives until the app closes. */
const inMemory = new Map<string, Blob>()
/** Of this visit: a list that was read before must not make them orphans. */
const fresh = new Set<string>()

let store: UseStore | undefined
let storeName = ''

function pieces(): UseStore {
  // Mini Apps share one web origin on Android, so the id is part of the name.
  const name = `citizen-portal.${host().appId ?? 'web'}`
  if (!store || name !== storeName) store = createStore(name, 'files')
  storeName = name
  return store
}

const pieceKey = (file: string, index: number) => `${file}/${index}`
const fileOf = (key: string) => key.replace(/\/\d+$/, '')

/** False when the device is full or has no such store: then the file is kept in memory only. */
export async function keepFile(file: string, bytes: Blob): Promise<boolean> {
  fresh.add(file)
  const kept = await attempt(async () => {
    for (let index = 0; index * pieceSize < bytes.size; index += 1) {
      const piece = bytes.slice(index * pieceSize, (index + 1) * pieceSize)
      await soon(set(pieceKey(file, index), await piece.arrayBuffer(), pieces()))
    }
    return true
  })
  if (kept) return true
  await removeFiles([file])
  holdFile(file, bytes)
  return false
}

/** Until it is removed or the app closes, and nowhere else. */
export function holdFile(file: string, bytes: Blob): void {
  inMemory.set(file, bytes)
}

/** The bytes from `from` up to `to`; undefined when the device has lost some of them. Throws when its store does not answer. */
export async function readFile(file: string, from: number, to: number): Promise<Blob | undefined> {
  const whole = inMemory.get(file)
  if (whole) return whole.slice(from, to)
  if (typeof indexedDB === 'undefined') return undefined
  const first = Math.floor(from / pieceSize)
  const count = Math.ceil(to / pieceSize) - first
  const names = Array.from({ length: count }, (_, index) => pieceKey(file, first + index))
  const found = await soon(getMany<ArrayBuffer>(names, pieces()))
  if (found.some((piece) => piece === undefined)) return undefined
  const start = from - first * pieceSize
  const bytes = new Blob(found as ArrayBuffer[]).slice(start, start + to - from)
  return bytes.size === to - from ? bytes : undefined
}

export async function removeFiles(files: readonly string[]): Promise<void> {
  files.forEach((file) => inMemory.delete(file))
  const gone = new Set(files)
  await removeWhere((file) => gone.has(file))
}

/** True when the device has for certain lost it. Phones short of room empty the whole store, so the last byte speaks for all. */
export async function isLost(file: string, size: number): Promise<boolean> {
  const last = await attempt(async () => ({ byte: await readFile(file, size - 1, size) }))
  return last !== undefined && last.byte === undefined
}

/** Leftovers of an app that was killed half-way through choosing or sending. */
export function removeOtherFiles(known: readonly string[]): Promise<void> {
  const stay = new Set([...known, ...fresh])
  return removeWhere((file) => !stay.has(file))
}

export async function removeAllFiles(): Promise<void> {
  inMemory.clear()
  await attempt(() => soon(clear(pieces())))
}

async function removeWhere(isGone: (file: string) => boolean): Promise<void> {
  await attempt(async () => {
    const all = await soon(keys<string>(pieces()))
    await soon(
      delMany(
        all.filter((key) => isGone(fileOf(key))),
        pieces(),
      ),
    )
  })
}

function soon<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The store of this phone does not answer')), patience)
  })
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}

/** Absent, switched off, full or damaged: none of that may stop a page. */
async function attempt<T>(action: () => Promise<T>): Promise<T | undefined> {
  try {
    return await action()
  } catch {
    return undefined
  }
}
