import type { Browser, BrowserContextOptions, ConsoleMessage, Page } from 'playwright-core'

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
    // All journeys come from one address: after twenty tips the server asks its phones for some work first.
    if (asksForWork(message)) return
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

const asksForWork = (message: ConsoleMessage) =>
  message.text().includes('status of 429') && message.location().url.endsWith('/api/tips')

/** From now on Home comes empty, as inside Zalo, where nobody draws it beforehand. */
export async function undrawn(page: Page): Promise<void> {
  await page.route(
    ({ pathname }) => pathname === '/',
    async (route) => {
      const answer = await route.fetch()
      const body = (await answer.text()).replace(/<body>.*<\/body>/s, '<body><div id="app"></div></body>')
      await route.fulfill({ response: answer, body })
    },
  )
}
