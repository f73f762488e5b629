import { chooseHost } from '#src/zalo/choose-host.ts'
import type { Host } from '#src/zalo/host.ts'

declare global {
  interface Window {
    host: Host
    opened: string[]
  }
}

// A page with nothing on it but our adapter and the real SDK.
window.host = chooseHost()
window.opened = []
window.host.onOpenApp((path) => window.opened.push(path))
document.querySelector('#app')!.textContent = window.host.name
