import { createCallPolicy, withTimeout, type CallKind } from './call-policy.ts'
import { badRequest, timedOut } from './error-result.ts'
import { failed, ok, type Host, type HostResult, type ShareContent, type Whereabouts } from './host.ts'
import { createLayeredStorage, localStorageLayers } from './layered-storage.ts'
import { copyText, dialable, followLink } from './links.ts'
import { createSdkLoader, type LoadSdk, loadTimeoutMs } from './load-sdk.ts'
import { basenameOf, miniAppId } from './mini-app-path.ts'
import { createOpenApp } from './open-app.ts'
import type { ZaloSdk } from './sdk-shape.ts'

const urgentLoadTimeoutMs = 2_000
/** The SDK refuses anything longer. */
const longestImage = 7_000_000

type Call = <T>(use: (sdk: ZaloSdk) => Promise<T>, kind?: CallKind) => Promise<HostResult<T>>

export function createZaloHost(importSdk?: LoadSdk, win: Window = window): Host {
  const load = createSdkLoader(importSdk)
  const call = createCall(load)
  const basename = basenameOf(win.location.pathname)
  const appId = (win as { APP_ID?: string }).APP_ID || miniAppId(win.location.pathname)
  return {
    name: 'zalo',
    basename,
    appId,
    hasFilesAndPaper: false,
    storage: createZaloStorage(load, win, appId),
    copyText,
    getAccessToken: async () => filled(await call((sdk) => sdk.getAccessToken())),
    getPhoneToken: async () =>
      filled(await call(async (sdk) => (await sdk.getPhoneNumber())?.token, { sheet: true })),
    callPhone: (number) => callPhone(call, number),
    share: (content) => share(call, content),
    allowMessages: async (oaId) => {
      if (!oaId) return failed(badRequest)
      return done(await call((sdk) => sdk.interactOA({ oaId }), { sheet: true }))
    },
    openOaChat: async ({ oaId, message }) => {
      if (!oaId) return failed(badRequest)
      return done(
        await call((sdk) => sdk.openChat({ type: 'oa', id: oaId, ...(message ? { message } : {}) })),
      )
    },
    sendPicture: (url, largestBytes) => sendPicture(call, url, largestBytes),
    saveImage: async (dataUrl) => {
      if (!dataUrl.startsWith('data:image/') || dataUrl.length > longestImage) return failed(badRequest)
      return done(await call((sdk) => sdk.saveImageToGallery({ imageBase64Data: dataUrl }), { sheet: true }))
    },
    saveFile: () => Promise.resolve({ kind: 'unsupported' }),
    print: () => Promise.resolve({ kind: 'unsupported' }),
    scanQr: async () => filled(await call(async (sdk) => (await sdk.scanQRCode())?.content, { sheet: true })),
    locate: () => locate(call),
    onOpenApp: createOpenApp(load, win, basename),
    configureView: async ({ title, headerColor, textColor }) => {
      if (title) win.document.title = title
      const args = {
        statusBarType: 'transparent',
        hideIOSSafeAreaBottom: true,
        actionBar: { hide: true, ...(title ? { title } : {}) },
        ...(headerColor ? { headerColor } : {}),
        ...(textColor ? { headerTextColor: textColor } : {}),
      } as const
      return done(await call((sdk) => sdk.configAppView(args)))
    },
  }
}

function createCall(load: LoadSdk): Call {
  const run = createCallPolicy()
  return async (use, kind = {}) => {
    const sdk = await withTimeout(load, kind.urgent ? urgentLoadTimeoutMs : loadTimeoutMs)
    // No code: the file did not arrive. Different from a call that Zalo did not answer.
    if (sdk.kind !== 'ok') return failed()
    return run(() => use(sdk.data), kind)
  }
}

/** The session first: its failure must not come after the person has been asked for the place. */
async function locate(call: Call): Promise<HostResult<Whereabouts>> {
  const access = filled(await call((sdk) => sdk.getAccessToken()))
  if (access.kind !== 'ok') return access
  const place = filled(await call(async (sdk) => (await sdk.getLocation())?.token, { sheet: true }))
  return place.kind === 'ok' ? ok({ kind: 'token', token: place.data, accessToken: access.data }) : place
}

/** Not cropped: Zalo would cut evidence to a square. Without a size it refuses what is larger than 1 MiB. */
async function sendPicture(call: Call, url: string, largestBytes: number): Promise<HostResult<string>> {
  const answer = await call(
    async (sdk) => {
      const picker = { type: 'photo', serverUploadUrl: url, maxItemSize: largestBytes } as const
      return (await sdk.openMediaPicker({ ...picker, editView: { enable: false } }))?.data
    },
    { sheet: true, sends: true },
  )
  if (answer.kind !== 'ok') return answer
  return filled(ok(typeof answer.data === 'string' ? answer.data : undefined))
}

async function callPhone(call: Call, number: string): Promise<HostResult<null>> {
  const digits = dialable(number)
  if (!digits) return failed(badRequest)
  const result = await call((sdk) => sdk.openPhone({ phoneNumber: digits }), { urgent: true })
  const unanswered = result.kind === 'failed' && result.code === timedOut
  if (result.kind === 'ok' || result.kind === 'denied' || result.kind === 'cancelled' || unanswered) {
    return done(result)
  }
  // 113 must work when the SDK's file did not load or this Zalo is too old. Not after a silence:
  // the dialler may well be open already.
  followLink(`tel:${digits}`)
  return ok(null)
}

async function share(call: Call, content: ShareContent): Promise<HostResult<'shared' | 'copied'>> {
  const sent = await call(
    async (sdk) => {
      const link = await sdk.getShareableLink({
        title: content.title.slice(0, 100),
        description: content.description.slice(0, 400),
        path: content.path,
      })
      return sdk.openShareSheet({ type: 'link', data: { link: tidyLink(link) } })
    },
    { sheet: true },
  )
  if (sent.kind !== 'ok') return sent
  const status = sent.data?.status
  if (status === 1 || status === 2) return ok('shared')
  return status === 0 ? { kind: 'cancelled' } : failed()
}

/** Without a query of ours Zalo's link reads `?&zshareId=…`. */
function tidyLink(link: string): string {
  return link.replace('?&', '?')
}

function createZaloStorage(load: LoadSdk, win: Window, appId: string | undefined) {
  const layers = async () => {
    const sdk = await withTimeout(load, loadTimeoutMs)
    const native = sdk.kind === 'ok' ? [sdk.data.storage] : []
    return [...native, ...localStorageLayers(win)]
  }
  // Mini Apps share one web origin on Android, so the id is part of every key.
  return createLayeredStorage(layers, `cong-an.${appId ?? 'zalo'}.`)
}

/** Stubs and previews answer with empty text: that is "not available here", never a success. */
function filled(result: HostResult<string | undefined>): HostResult<string> {
  if (result.kind !== 'ok') return result
  return typeof result.data === 'string' && result.data !== '' ? ok(result.data) : { kind: 'not-in-host' }
}

function done(result: HostResult<unknown>): HostResult<null> {
  return result.kind === 'ok' ? ok(null) : result
}
