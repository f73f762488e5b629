import * as v from 'valibot'
import { readNow, removeNow, writeNow } from './phone-store.ts'

/** Only that something waits, where the first screen can see it at once; what it is lies elsewhere. */
const key = 'unsent-files'

export const hasUnsentFiles = () => readNow(key, v.literal(true)) === true

export function markUnsent(any: boolean): void {
  if (any) writeNow(key, true)
  else removeNow(key)
}
