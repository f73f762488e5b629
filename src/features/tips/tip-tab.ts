import * as v from 'valibot'
import { newClientKey } from '#src/lib/client-key.ts'
import { readNow, writeNow } from '#src/lib/phone-store.ts'

/**
 * Of several windows with this form only the one opened or asked for last may write and send: two would have two keys,
 * and the same tip would get two receipts. The name of that window lies where all of them see it at once.
 */
const key = 'tip-window'
const me = newClientKey()

export function takeTip(): void {
  writeNow(key, me)
}

/** Nobody's is mine too: without a shared store there is nothing that windows could disturb. */
export function ownsTip(): boolean {
  const owner = readNow(key, v.string())
  return owner === undefined || owner === me
}

/** Also when this window comes back from the background: while it slept nobody told it anything. */
export function onTipTaken(tell: () => void): () => void {
  const look = () => {
    if (!ownsTip()) tell()
  }
  const places = [window, window, document] as const
  const events = ['storage', 'pageshow', 'visibilitychange'] as const
  events.forEach((event, index) => places[index]?.addEventListener(event, look))
  return () => events.forEach((event, index) => places[index]?.removeEventListener(event, look))
}
