import { createBrowserHost } from './browser-host.ts'
import type { Host } from './host.ts'
import { isInsideZalo } from './mini-app-path.ts'
import { createZaloHost } from './zalo-host.ts'

/** Decided once at start, by address alone: nothing of the SDK is loaded to find out. */
export function chooseHost(win: Window = window): Host {
  return isInsideZalo(win.location) ? createZaloHost(undefined, win) : createBrowserHost(win)
}
