import { readStored, removeStored, writeStored } from '#src/lib/storage.ts'
import { isWorthKeeping, TipRecord } from './tip-record.ts'

const key = 'tip'

/** `session`: until the app closes. `refused`: the phone's store is full. */
export type Kept = 'device' | 'session' | 'refused' | 'nothing'

/** One after the other: a late write must not bring back what was removed. */
let queue: Promise<unknown> = Promise.resolve()

function inTurn<T>(job: () => Promise<T>): Promise<T> {
  const done = queue.then(job)
  queue = done.catch(() => undefined)
  return done
}

export function readTip(): Promise<TipRecord | undefined> {
  return inTurn(() => readStored(key, TipRecord))
}

export function writeTip(record: TipRecord): Promise<Kept> {
  return inTurn(async () => {
    if (!isWorthKeeping(record)) {
      await removeStored(key)
      return 'nothing'
    }
    const result = await writeStored(key, record)
    return result.kind === 'ok' ? result.data : 'refused'
  })
}
