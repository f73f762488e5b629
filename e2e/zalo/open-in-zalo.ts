import { existsSync, statSync } from 'node:fs'
import { join, normalize } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { installBridge, usualAnswers, type Bridge, type BridgeCall, type NativeAnswer } from './bridge.ts'
import { forward } from './forward.ts'
import { platformPage, readAppConfig } from './platform-page.ts'

export interface ZaloOptions {
  /** A build: what would be uploaded. */
  wwwDir: string
  appId?: string
  /** Below the app, as in a deep link. */
  path?: string
  userId?: string
  /** The `VITE_API_URL` of the build, and the server on this machine that answers in its place. */
  apiOrigin?: string
  apiTarget?: string
  standInUrl: string
  /** What the person picks in Zalo's own picker. */
  picture?: Buffer
  darkMode?: boolean
}

export interface ZaloPage {
  page: Page
  context: BrowserContext
  /** Requests that a browser would have kept from the page, by CORS. */
  refused: string[]
  /** Requests to hosts nobody should be talking to. */
  strayed: string[]
  calls(action?: string): Promise<BridgeCall[]>
  answer(action: string, answer: NativeAnswer | 'silence'): Promise<void>
  /** Zalo brings the waiting app back by a link. */
  openApp(path: string): Promise<void>
  /** Native events the app has confirmed. */
  acknowledged(): Promise<string[]>
  close(): Promise<void>
}

const phone = {
  userAgent:
    'Mozilla/5.0 (Linux; Android 13; SM-A135F) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/120.0.0.0 Mobile Safari/537.36 Zalo android/25112900 ZaloTheme/light ZaloLanguage/vi',
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
  locale: 'vi-VN',
  timezoneId: 'Asia/Ho_Chi_Minh',
}

/** The app as Zalo shows it: its own page, its address, its user agent, its bridge, nothing else reachable. */
export async function openInZalo(browser: Browser, options: ZaloOptions): Promise<ZaloPage> {
  const { appId = '1234567890', userId = '1000000000000000001', path = '/', wwwDir } = options
  const colorScheme = options.darkMode ? 'dark' : 'light'
  const context = await browser.newContext({ ...phone, colorScheme, serviceWorkers: 'block' })
  const base = `/zapps/${appId}`
  const [refused, strayed] = await routeNetwork(context, options, base)
  // Compiled functions may refer to a helper of the compiler that the page does not have.
  await context.addInitScript('globalThis.__name = (value) => value')
  await context.addInitScript(installBridge, {
    appId,
    appConfig: readAppConfig(wwwDir),
    answers: usualAnswers(userId),
  })
  await context.exposeFunction('nativeUpload', (url: string) => uploadAsZalo(url, options))
  const page = await context.newPage()
  await page.goto(`https://h5.zdn.vn${base}${path}`)
  return {
    page,
    context,
    refused,
    strayed,
    calls: async (action) => {
      const calls = await page.evaluate(() => (window as unknown as BridgeWindow).zaloBridge.calls)
      return action ? calls.filter((call) => call.action === action) : calls
    },
    answer: (action, answer) =>
      page.evaluate(
        (scripted) => {
          ;(window as unknown as BridgeWindow).zaloBridge.answers[scripted.action] = scripted.answer
        },
        { action, answer },
      ),
    openApp: (to) => {
      const url = `https://h5.zdn.vn${base}${to}`
      return page.evaluate(
        (opened) => (window as unknown as BridgeWindow).zaloBridge.emit('h5.event.open.mp', { url: opened }),
        url,
      )
    },
    acknowledged: () => page.evaluate(() => (window as unknown as BridgeWindow).zaloBridge.acknowledged),
    close: () => context.close(),
  }
}

interface BridgeWindow {
  zaloBridge: Bridge
}

/** No header of the page goes along, and nobody knows the name of the field. */
async function uploadAsZalo(url: string, { apiOrigin, apiTarget, picture }: ZaloOptions): Promise<string> {
  const { origin, pathname, search } = new URL(url)
  if (origin !== apiOrigin || !apiTarget || !picture) return ''
  const body = new FormData()
  body.append('any-name', new Blob([new Uint8Array(picture)]), 'image.jpg')
  const answer = await fetch(apiTarget + pathname + search, { method: 'POST', body })
  return answer.text()
}

async function routeNetwork(context: BrowserContext, options: ZaloOptions, base: string) {
  const [refused, strayed]: [string[], string[]] = [[], []]
  const page = platformPage(readAppConfig(options.wwwDir), base)
  await context.route('**/*', (route) => {
    const url = new URL(route.request().url())
    if (url.protocol === 'data:' || url.protocol === 'blob:') return route.continue()
    if (url.host === 'h5.zalo.me' || url.host === 'graph.zalo.me') {
      return forward(route, options.standInUrl, refused)
    }
    if (options.apiOrigin && options.apiTarget && url.origin === options.apiOrigin) {
      return forward(route, options.apiTarget, refused)
    }
    const inside = url.host === 'h5.zdn.vn' && `${url.pathname}/`.startsWith(`${base}/`)
    if (!inside) {
      strayed.push(url.href)
      return route.abort('addressunreachable')
    }
    const file = join(options.wwwDir, normalize(decodeURIComponent(url.pathname.slice(base.length) || '/')))
    if (existsSync(file) && statSync(file).isFile()) return route.fulfill({ path: file })
    if (route.request().resourceType() !== 'document') return route.fulfill({ status: 404, body: '' })
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body: page })
  })
  return [refused, strayed] as const
}
