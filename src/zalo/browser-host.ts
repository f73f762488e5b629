import { badRequest } from './error-result.ts'
import { failed, ok, type Host, type HostResult, type ShareContent } from './host.ts'
import { locateInBrowser } from './browser-location.ts'
import { createLayeredStorage, localStorageLayers } from './layered-storage.ts'
import { copyText, dialable, followLink } from './links.ts'
import { basenameOf, miniAppId } from './mini-app-path.ts'

/** A file must stay reachable until the browser has fetched it, which it does after the click. */
const downloadTime = 60_000

/** The plain web: what needs Zalo says so, everything else has a fallback at the same place. */
export function createBrowserHost(win: Window = window): Host {
  const basename = basenameOf(win.location.pathname)
  return {
    name: 'browser',
    basename,
    appId: miniAppId(win.location.pathname),
    hasFilesAndPaper: true,
    storage: createLayeredStorage(() => Promise.resolve(localStorageLayers(win)), 'cong-an.'),
    getAccessToken: () => Promise.resolve({ kind: 'not-in-host' }),
    getPhoneToken: () => Promise.resolve({ kind: 'not-in-host' }),
    scanQr: () => Promise.resolve({ kind: 'not-in-host' }),
    locate: () => locateInBrowser(win.navigator.geolocation),
    onOpenApp: () => () => undefined,
    copyText,
    callPhone: async (number) => {
      const digits = dialable(number)
      if (!digits) return failed(badRequest)
      followLink(`tel:${digits}`)
      return ok(null)
    },
    share: (content) => shareOnTheWeb(content, shareUrl(win, basename, content.path)),
    allowMessages: () => Promise.resolve({ kind: 'not-in-host' }),
    openOaChat: async ({ oaId }) => {
      if (!oaId) return failed(badRequest)
      followLink(`https://zalo.me/${encodeURIComponent(oaId)}`, { target: '_blank' })
      return ok(null)
    },
    sendPicture: () => Promise.resolve({ kind: 'unsupported' }),
    saveImage: async (dataUrl, fileName = 'anh.png') => {
      if (!dataUrl.startsWith('data:image/')) return failed(badRequest)
      followLink(dataUrl, { download: fileName })
      return ok(null)
    },
    saveFile: async (fileName, mime, text) => {
      const url = URL.createObjectURL(new Blob([text], { type: `${mime};charset=utf-8` }))
      followLink(url, { download: fileName })
      setTimeout(() => URL.revokeObjectURL(url), downloadTime)
      return ok(null)
    },
    print: async () => {
      if (typeof win.print !== 'function') return { kind: 'unsupported' }
      win.print()
      return ok(null)
    },
    configureView: async ({ title }) => {
      if (title) win.document.title = title
      return ok(null)
    },
  }
}

function shareUrl(win: Window, basename: string, path: string): string {
  const inside = path.startsWith('/') ? path : `/${path}`
  return win.location.origin + (basename === '/' ? '' : basename) + inside
}

async function shareOnTheWeb(content: ShareContent, url: string): Promise<HostResult<'shared' | 'copied'>> {
  try {
    if (typeof navigator.share === 'function') {
      await navigator.share({ title: content.title, text: content.description, url })
      return ok('shared')
    }
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') return { kind: 'cancelled' }
    // Any other refusal of the share sheet leaves copying, which is just as useful.
  }
  const copied = await copyText(url)
  return copied.kind === 'ok' ? ok('copied') : { kind: 'unsupported' }
}
