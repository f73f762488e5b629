import type { StorageLayer } from './layered-storage.ts'

/** The part of the SDK this app uses, written down so that tests can stand in for it. */
export interface ZaloSdk {
  getAccessToken: () => Promise<string>
  getPhoneNumber: () => Promise<{ token?: string }>
  openPhone: (args: { phoneNumber: string }) => Promise<void>
  interactOA: (args: { oaId: string }) => Promise<void>
  openChat: (args: { type: 'oa'; id: string; message?: string }) => Promise<void>
  getShareableLink: (args: { title: string; description: string; path: string }) => Promise<string>
  openShareSheet: (args: { type: 'link'; data: { link: string } }) => Promise<{ status: number }>
  saveImageToGallery: (args: { imageBase64Data: string }) => Promise<void>
  openMediaPicker: (args: MediaPicker) => Promise<{ data: string | string[] }>
  getLocation: () => Promise<{ token?: string }>
  scanQRCode: () => Promise<{ content: string }>
  configAppView: (args: ConfigAppView) => Promise<void>
  onOpenApp: (listener: (data: unknown) => void) => void
  storage: StorageLayer
}

interface MediaPicker {
  type: 'photo'
  serverUploadUrl: string
  maxItemSize: number
  editView: { enable: boolean }
}

interface ConfigAppView {
  headerColor?: string
  headerTextColor?: 'black' | 'white'
  statusBarType?: 'normal' | 'hidden' | 'transparent'
  hideIOSSafeAreaBottom?: boolean
  actionBar?: { hide?: boolean; title?: string }
}
