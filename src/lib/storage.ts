import * as v from 'valibot'
import { failed, type HostResult, type Kept } from '#src/zalo/host.ts'
import { host } from './host.ts'

/** The host cannot list its keys, so the app keeps the list: clearing the phone must miss nothing. */
const indexKey = 'stored-keys'
const Index = v.array(v.string())

/** What was stored under `key`, when it is still what the app expects. */
export async function readStored<T>(
  key: string,
  schema: v.GenericSchema<unknown, T>,
): Promise<T | undefined> {
  const text = await host().storage.get(key)
  const stored = v.safeParse(schema, text === undefined ? undefined : parse(text))
  return stored.success ? stored.output : undefined
}

/** Tells whether the device kept it, or only this visit did. */
export function writeStored(key: string, value: unknown): Promise<HostResult<Kept>> {
  return inTurn(async () => {
    const keys = (await readStored(indexKey, Index)) ?? []
    if (!keys.includes(key)) await host().storage.set(indexKey, JSON.stringify([...keys, key]))
    return host().storage.set(key, JSON.stringify(value))
  }, failed())
}

export function removeStored(key: string): Promise<void> {
  return inTurn(async () => {
    await host().storage.remove(key)
    // Its name goes too: that there was a tip on this phone is more than a stranger should read.
    const keys = (await readStored(indexKey, Index)) ?? []
    const left = keys.filter((other) => other !== key)
    if (left.length === 0) await host().storage.remove(indexKey)
    else if (left.length < keys.length) await host().storage.set(indexKey, JSON.stringify(left))
  }, undefined)
}

const whenCleared = new Set<() => void>()

/** For what also holds stored things in memory: they must not come back with the next write. */
export function onCleared(forget: () => void): void {
  whenCleared.add(forget)
}

export function removeAllStored(): Promise<void> {
  for (const forget of whenCleared) forget()
  return inTurn(async () => {
    for (const key of (await readStored(indexKey, Index)) ?? []) await host().storage.remove(key)
    await host().storage.remove(indexKey)
  }, undefined)
}

let last: Promise<unknown> = Promise.resolve()

/** One write after the other: a removal must not be overtaken by the write before it. */
function inTurn<T>(action: () => Promise<T>, otherwise: T): Promise<T> {
  const job = last.then(action).catch(() => otherwise)
  last = job
  return job
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
