import * as v from 'valibot'

/**
 * `localStorage` beside the host's storage, because it answers at once: what it holds is there in the first frame.
 * Inside Zalo its origin is shared between Mini Apps, hence the prefix, and hence nothing personal is kept in it.
 * It may be switched off, full or damaged; none of that may stop a page.
 */
const prefix = 'citizen-portal:'

export function readNow<T>(key: string, schema: v.GenericSchema<unknown, T>): T | undefined {
  const text = attempt(() => localStorage.getItem(prefix + key))
  const stored = v.safeParse(schema, text ? attempt(() => JSON.parse(text) as unknown) : undefined)
  return stored.success ? stored.output : undefined
}

/** False when the phone refused, usually because its store is full. */
export function writeNow(key: string, value: unknown): boolean {
  return attempt(() => (localStorage.setItem(prefix + key, JSON.stringify(value)), true)) ?? false
}

export function removeNow(key: string): void {
  attempt(() => localStorage.removeItem(prefix + key))
}

/** Every key that starts so, without the app's own prefix. */
export function keysNow(start: string): string[] {
  const keys = attempt(() => Object.keys(localStorage)) ?? []
  return keys.filter((key) => key.startsWith(prefix + start)).map((key) => key.slice(prefix.length))
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action()
  } catch {
    return undefined
  }
}
