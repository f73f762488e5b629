import * as v from 'valibot'
import { host } from './host.ts'
import { onCleared, readStored, writeStored } from './storage.ts'

/**
 * Zalo promises nothing about `localStorage`: a phone that is short of room, or an iPhone, may have emptied it by the
 * next visit. So lasting copies lie a second time in the store that Zalo keeps for the app. In a browser that store
 * is `localStorage` itself, and a second copy would only take room.
 */
const key = 'lasting-copies'
const Copy = v.object({ savedAt: v.pipe(v.string(), v.isoTimestamp()), data: v.unknown() })
const Stored = v.record(v.string(), Copy)
type Copies = v.InferOutput<typeof Stored>

/** The guides come in one burst: written once, not thirty times. */
const untilQuiet = 1000

let copies: Promise<Copies> | undefined
let timer: ReturnType<typeof setTimeout> | undefined

const isNeeded = () => host().name !== 'browser'
const opened = () => (copies ??= readStored(key, Stored).then((stored) => stored ?? {}))

onCleared(forgetSecondCopies)

/** What is in memory and not yet written. */
export function forgetSecondCopies(): void {
  clearTimeout(timer)
  copies = undefined
}

export async function findSecondCopy<T>(
  name: string,
  schema: v.GenericSchema<unknown, T>,
): Promise<{ savedAt: string; data: T } | undefined> {
  if (!isNeeded()) return undefined
  const copy = (await opened())[name]
  const data = v.safeParse(schema, copy?.data)
  return copy && data.success ? { savedAt: copy.savedAt, data: data.output } : undefined
}

/** `undefined` removes it. */
export async function writeSecondCopy(
  name: string,
  copy: v.InferOutput<typeof Copy> | undefined,
): Promise<void> {
  if (!isNeeded()) return
  const all = await opened()
  if (copy) all[name] = copy
  else delete all[name]
  clearTimeout(timer)
  timer = setTimeout(() => void writeStored(key, all), untilQuiet)
}
