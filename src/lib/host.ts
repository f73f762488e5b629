import { chooseHost } from '#src/zalo/choose-host.ts'
import type { Host } from '#src/zalo/host.ts'

let current: Host | undefined

/** What carries the app: Zalo, a plain browser, or a fake in tests. Chosen at the first need. */
export function host(): Host {
  current ??= chooseHost()
  return current
}

export function setHost(replacement: Host | undefined): void {
  current = replacement
}
