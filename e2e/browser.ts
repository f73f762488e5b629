import { existsSync } from 'node:fs'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
/** Without these Chromium talks to its maker's hosts, and a test could not tell that traffic from ours. */
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

export function launchBrowser(): Promise<Browser> {
  const path = [process.env.CHROMIUM_PATH ?? '', ...places].find((place) => place && existsSync(place))
  if (!path) throw new Error('No Chromium found: install it (apt-get install chromium) or set CHROMIUM_PATH')
  return chromium.launch({ executablePath: path, args: ['--no-sandbox', '--disable-gpu', ...quiet] })
}

export const phone = { width: 390, height: 844 }
export const smallPhone = { width: 360, height: 640 }

export interface WatchedPage {
  page: Page
  /** What no screen may do: errors on the console, uncaught exceptions, requests to other hosts. */
  complaints: string[]
  requests: string[]
}

/** A page that notes everything a screen must not do. */
export async function openPage(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ baseURL: origin, viewport: phone, locale: 'vi-VN', ...options })
  const page = await context.newPage()
  const complaints: string[] = []
  const requests: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`))
  page.on('request', (request) => {
    const url = request.url()
    if (!/^https?:/.test(url)) return
    requests.push(url)
    if (!url.startsWith(origin)) complaints.push(`foreign request: ${url}`)
  })
  return { page, complaints, requests }
}
