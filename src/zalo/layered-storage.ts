import { errorCode } from './error-result.ts'
import { failed, ok, type HostStorage } from './host.ts'

/** One place on the device; its methods may throw. */
export interface StorageLayer {
  read(key: string): string | null
  write(key: string, value: string): void
  erase(key: string): void
}

/** Tries each layer in turn, best first; what no layer takes lives until the app closes. */
export function createLayeredStorage(getLayers: () => Promise<StorageLayer[]>, prefix: string): HostStorage {
  const memory = new Map<string, string>()
  return {
    get: async (name) => {
      const key = prefix + name
      // Memory holds only what the device refused, so it is newer than anything below it.
      const kept = memory.get(key)
      return kept ?? readFirst(await getLayers(), key)
    },
    set: async (name, value) => {
      const key = prefix + name
      const outcome = writeFirst(await getLayers(), key, value)
      if (outcome === 'written') memory.delete(key)
      else memory.set(key, value)
      if (outcome === 'refused') return failed()
      return ok(outcome === 'written' ? 'device' : 'session')
    },
    remove: async (name) => {
      const key = prefix + name
      memory.delete(key)
      for (const layer of await getLayers()) eraseQuietly(layer, key)
    },
  }
}

function readFirst(layers: StorageLayer[], key: string): string | undefined {
  for (const layer of layers) {
    try {
      const value = layer.read(key)
      if (value !== null) return value
    } catch {
      // An unreadable layer is an empty one: the next may still hold the value.
    }
  }
  return undefined
}

function writeFirst(layers: StorageLayer[], key: string, value: string): 'written' | 'refused' | 'absent' {
  let refused = false
  for (const layer of layers) {
    try {
      layer.write(key, value)
      // Zalo drops the oldest data at its limit without an error: only reading back proves the write.
      if (layer.read(key) === value || value === '') {
        for (const other of layers) if (other !== layer) eraseQuietly(other, key)
        return 'written'
      }
      refused = true
    } catch (error) {
      refused ||= !isUnavailable(error)
    }
  }
  return refused ? 'refused' : 'absent'
}

/** Not granted to this app, not in this Zalo version, or switched off in this browser. */
function isUnavailable(error: unknown): boolean {
  const code = errorCode(error)
  return code === -1403 || code === -1404 || (error instanceof Error && error.name === 'SecurityError')
}

function eraseQuietly(layer: StorageLayer, key: string) {
  try {
    layer.erase(key)
  } catch {
    // Nothing can be done about a layer that will not let go.
  }
}

/** Absent when the browser has site data switched off: merely touching it then throws. */
export function localStorageLayers(win: Window): StorageLayer[] {
  try {
    const store = win.localStorage
    if (!store) return []
    return [
      {
        read: (key) => store.getItem(key),
        write: (key, value) => store.setItem(key, value),
        erase: (key) => store.removeItem(key),
      },
    ]
  } catch {
    return []
  }
}
