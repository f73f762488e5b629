import { ok, type Host, type HostResult } from './host.ts'
import { createLayeredStorage } from './layered-storage.ts'

type Scripted = Exclude<
  keyof Host,
  'name' | 'basename' | 'appId' | 'hasFilesAndPaper' | 'storage' | 'onOpenApp'
>
type ResultOf<M extends Scripted> = Awaited<ReturnType<Host[M]>>

export interface FakeHost extends Host {
  /** Every call so far, in order. */
  readonly calls: { method: Scripted; args: unknown[] }[]
  /** The next calls of `method` answer this. */
  answer<M extends Scripted>(method: M, result: ResultOf<M>): void
  /** Plays Zalo reopening the app by a link. */
  openApp(path: string): void
  /** From now on every write is refused, as on a full device. */
  fillStorage(): void
}

interface FakeOptions {
  basename?: string
  appId?: string
  hasFilesAndPaper?: boolean
  stored?: Record<string, string>
}

/** For tests: answers success unless told otherwise, and remembers what it was asked. */
export function createFakeHost(options: FakeOptions = {}): FakeHost {
  const { basename = '/', appId, hasFilesAndPaper = true, stored = {} } = options
  const calls: FakeHost['calls'] = []
  const answers = new Map<Scripted, HostResult<unknown>>()
  const listeners = new Set<(path: string) => void>()
  const { storage, fillStorage } = createFakeStorage(stored)
  const method =
    <M extends Scripted>(name: M, usual: ResultOf<M>) =>
    (...args: unknown[]) => {
      calls.push({ method: name, args })
      return Promise.resolve((answers.get(name) ?? usual) as ResultOf<M>)
    }
  return {
    name: 'fake',
    basename,
    appId,
    hasFilesAndPaper,
    calls,
    storage,
    fillStorage,
    answer: (name, result) => void answers.set(name, result),
    openApp: (path) => listeners.forEach((listener) => listener(path)),
    onOpenApp: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    getAccessToken: method('getAccessToken', ok('user-1000000000000000001')),
    getPhoneToken: method('getPhoneToken', ok('phone-0900000001')),
    callPhone: method('callPhone', ok(null)),
    share: method('share', ok('shared')),
    allowMessages: method('allowMessages', ok(null)),
    openOaChat: method('openOaChat', ok(null)),
    copyText: method('copyText', ok(null)),
    sendPicture: method('sendPicture', { kind: 'unsupported' }),
    saveImage: method('saveImage', ok(null)),
    saveFile: method('saveFile', ok(null)),
    print: method('print', ok(null)),
    locate: method('locate', ok({ kind: 'point', latitude: 11.1543, longitude: 106.5902, accuracy: 20 })),
    scanQr: method('scanQr', ok('https://zalo.me/s/1/')),
    configureView: method('configureView', ok(null)),
  }
}

function createFakeStorage(stored: Record<string, string>) {
  const device = new Map(Object.entries(stored))
  let full = false
  const layer = {
    read: (key: string) => device.get(key) ?? null,
    erase: (key: string) => void device.delete(key),
    write: (key: string, value: string) => {
      if (full) throw new Error('full')
      device.set(key, value)
    },
  }
  const storage = createLayeredStorage(() => Promise.resolve([layer]), '')
  return { storage, fillStorage: () => void (full = true) }
}
