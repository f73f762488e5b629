import type { Browser, CDPSession, Page } from 'playwright-core'
import { phone } from '../../e2e/browser.ts'
import { median } from './rounds.ts'
import type { Row } from './report.ts'

const rounds = 5
const slowLine = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
}
const slowdown = 4
const longestWait = 30_000

interface Visit {
  /** Milliseconds from the start of the navigation. */
  lcp: number
  requests: number
}

/** First visits of Home and of a bare React page by turns, each with an empty cache. */
export async function measureFirstVisit(browser: Browser, home: string, bare: string): Promise<Row[]> {
  const visits: { home: Visit; bare: Visit }[] = []
  for (let round = 0; round < rounds; round += 1) {
    visits.push({ bare: await firstVisit(browser, bare), home: await firstVisit(browser, home) })
  }
  const homeLcp = median(visits.map((visit) => visit.home.lcp))
  const bareLcp = median(visits.map((visit) => visit.bare.lcp))
  const requests = median(visits.map((visit) => visit.home.requests))
  return [
    {
      what: "Home's LCP, first visit, slow phone",
      ours: `${homeLcp.toFixed(0)} ms`,
      baseline: `${bareLcp.toFixed(0)} ms`,
      ratio: median(visits.map((visit) => visit.home.lcp / visit.bare.lcp)),
      goal: { kind: 'at most', ratio: 1.25 },
    },
    {
      what: 'Requests of a first visit of Home',
      ours: `${requests}`,
      baseline: '12 at most',
      kept: requests <= 12,
    },
  ]
}

/** A second visit whose API calls are never answered: what the phone kept has to be shown all the same. */
export async function measureRepeatVisit(browser: Browser, portal: string): Promise<Row> {
  // With a query Home comes undrawn and without data, as inside Zalo: what is shown can only be the phone's copy.
  const home = `${portal}/?again`
  const { page, session, close } = await slowPage(browser)
  try {
    const { articles } = (await (await fetch(`${portal}/api/news`)).json()) as {
      articles: { title: string }[]
    }
    const title = articles[0]?.title ?? ''
    await page.goto(home, { waitUntil: 'networkidle' })
    await shownAfter(page, title)
    // Not page.route: it would switch off the browser's cache.
    const stalled: string[] = []
    session.on('Fetch.requestPaused', ({ request }) => stalled.push(request.url))
    await session.send('Fetch.enable', { patterns: [{ urlPattern: '*/api/*' }] })
    await page.goto(home, { waitUntil: 'commit' })
    const ms = await shownAfter(page, title).catch(() => undefined)
    // The news may stand there before the first call is on its way.
    for (let waited = 0; stalled.length === 0 && waited < 3_000; waited += 100) await page.waitForTimeout(100)
    return {
      what: 'News on a repeat visit of Home, no answer from the API',
      ours:
        ms === undefined ? 'not shown' : `shown after ${ms.toFixed(0)} ms (${stalled.length} calls stalled)`,
      baseline: 'shown',
      kept: ms !== undefined && stalled.length > 0,
    }
  } finally {
    await close()
  }
}

/** Milliseconds after the start of the navigation at which the text stands on the page. */
async function shownAfter(page: Page, text: string): Promise<number> {
  const found = await page.waitForFunction(
    (wanted) => (document.body?.innerText.includes(wanted) ? performance.now() : undefined),
    text,
    { timeout: longestWait, polling: 'raf' },
  )
  return (await found.jsonValue()) ?? NaN
}

async function firstVisit(browser: Browser, address: string): Promise<Visit> {
  const { page, close } = await slowPage(browser)
  try {
    let requests = 0
    page.on('request', (request) => (requests += Number(/^https?:/.test(request.url()))))
    await page.goto(address, { waitUntil: 'networkidle', timeout: longestWait })
    return { lcp: await page.evaluate(largestPaint), requests }
  } finally {
    await close()
  }
}

/** Runs in the page. */
function largestPaint(): Promise<number> {
  return new Promise((resolve) => {
    let latest = NaN
    const observer = new PerformanceObserver((list) => {
      latest = list.getEntries().at(-1)?.startTime ?? latest
    })
    observer.observe({ type: 'largest-contentful-paint', buffered: true })
    setTimeout(() => resolve(latest), 500)
  })
}

async function slowPage(browser: Browser): Promise<{
  page: Page
  session: CDPSession
  close: () => Promise<void>
}> {
  const context = await browser.newContext({ viewport: phone, locale: 'vi-VN' })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', slowLine)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  return { page, session, close: () => context.close() }
}
