/** Every answer of the platform. Methods of a host never throw and never hang. */
export type HostResult<T> =
  | { kind: 'ok'; data: T }
  | { kind: 'denied' }
  | { kind: 'cancelled' }
  | { kind: 'unsupported' }
  | { kind: 'not-in-host' }
  /** Too many calls, or another sheet is still open: nothing was asked, try again later. */
  | { kind: 'limited' }
  /** Worth another try when `isRetryable(result)`. */
  | { kind: 'failed'; code?: number }

export interface ShareContent {
  title: string
  description: string
  /** Path inside the app, `/tin/…`; the host turns it into a link that opens the app there. */
  path: string
}

interface OaChat {
  oaId: string
  message?: string
}

interface AppView {
  title?: string
  textColor?: 'black' | 'white'
  headerColor?: string
}

/** Where the phone is. Zalo gives a token that only a server can read, good once and for two minutes. */
export type Whereabouts =
  | { kind: 'token'; token: string; accessToken: string }
  | { kind: 'point'; latitude: number; longitude: number; accuracy: number }

/** `session`: there is no storage on this device, the value lasts until the app closes. */
export type Kept = 'device' | 'session'

export interface HostStorage {
  get(key: string): Promise<string | undefined>
  /** `failed` means the device refused (usually full); the value is then kept until the app closes. */
  set(key: string, value: string): Promise<HostResult<Kept>>
  remove(key: string): Promise<void>
}

export interface Host {
  readonly name: 'zalo' | 'browser' | 'fake'
  /** The router's basename: `/zapps/<id>` inside Zalo, `/` elsewhere. */
  readonly basename: string
  readonly appId: string | undefined
  /** A whole browser. Zalo's webview neither downloads nor prints: there, offer something else instead. */
  readonly hasFilesAndPaper: boolean
  readonly storage: HostStorage
  getAccessToken(): Promise<HostResult<string>>
  /** Asks the person for the phone number. The token lives two minutes and works once, on our server only. */
  getPhoneToken(): Promise<HostResult<string>>
  callPhone(number: string): Promise<HostResult<null>>
  share(content: ShareContent): Promise<HostResult<'shared' | 'copied'>>
  /** Zalo asks the person whether the Official Account may write. Say why first. */
  allowMessages(oaId: string): Promise<HostResult<null>>
  openOaChat(chat: OaChat): Promise<HostResult<null>>
  copyText(text: string): Promise<HostResult<null>>
  /**
   * The person picks a picture and Zalo itself posts it to `url`, an absolute address; what that server answers comes back
   * as text. A page elsewhere has a file input for this.
   */
  sendPicture(url: string, largestBytes: number): Promise<HostResult<string>>
  /** Takes a PNG data URL. */
  saveImage(dataUrl: string, fileName?: string): Promise<HostResult<null>>
  saveFile(fileName: string, mime: string, text: string): Promise<HostResult<null>>
  print(): Promise<HostResult<null>>
  scanQr(): Promise<HostResult<string>>
  /** Asks for permission: only on a tap, and after saying why. */
  locate(): Promise<HostResult<Whereabouts>>
  /** The app was waiting in the background and is reopened by a link; the page is not reloaded. */
  onOpenApp(listener: (path: string) => void): () => void
  configureView(view: AppView): Promise<HostResult<null>>
}

export function ok<T>(data: T): HostResult<T> {
  return { kind: 'ok', data }
}

export function failed(code?: number): HostResult<never> {
  return code === undefined ? { kind: 'failed' } : { kind: 'failed', code }
}
