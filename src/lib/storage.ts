import * as v from 'valibot'
import type { HostResult, Kept } from '#src/zalo/host.ts'
import { host } from './host.ts'

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
  return host().storage.set(key, JSON.stringify(value))
}

export function removeStored(key: string): Promise<void> {
  return host().storage.remove(key)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
