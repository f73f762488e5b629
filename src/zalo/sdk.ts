// Importing this file starts a login and talks to the bridge: load it by `import()`, inside Zalo only.
// Named re-exports keep the rest of the SDK out of the chunk.
import { EventName, events, nativeStorage } from 'zmp-sdk/apis'
import type { StorageLayer } from './layered-storage.ts'

export {
  configAppView,
  getAccessToken,
  getPhoneNumber,
  getLocation,
  getShareableLink,
  interactOA,
  openChat,
  openMediaPicker,
  openPhone,
  openShareSheet,
  saveImageToGallery,
  scanQRCode,
} from 'zmp-sdk/apis'

/** `events.off` cannot remove what `events.on` wrapped, so this is called once and never undone. */
export function onOpenApp(listener: (data: unknown) => void) {
  events.on(EventName.OpenApp, listener)
}

export const storage: StorageLayer = {
  read: (key) => nativeStorage.getItem(key),
  write: (key, value) => nativeStorage.setItem(key, value),
  erase: (key) => nativeStorage.removeItem(key),
}
