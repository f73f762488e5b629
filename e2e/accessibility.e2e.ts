import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openPage, phone, smallPhone } from './browser.ts'
import { launchChromium } from './chromium.ts'
import { states } from './states.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const portal = inject('portal')
let browser: Browser
beforeAll(async () => void (browser = await launchChromium()))
afterAll(() => browser.close())

interface Violation {
  id: string
  nodes: { target: unknown[]; failureSummary?: string }[]
}

/** A colour on its way to another one would be measured as it was. */
const settled = (page: Page) =>
  page.evaluate(async () => {
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
  })

async function violationsOn(page: Page): Promise<string[]> {
  await settled(page)
  const { violations } = await page.evaluate<{ violations: Violation[] }>(
    'axe.run(document, { resultTypes: ["violations"] })',
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary}`),
  )
}

/** Nothing may stick out of the screen: people cannot scroll sideways to read a sentence. */
const overflow = (page: Page) =>
  page.evaluate(() => {
    const wide = [...document.querySelectorAll('main *')].find(
      (e) => e.getBoundingClientRect().right > innerWidth + 1,
    )
    return wide ? `${wide.tagName}.${wide.className}` : undefined
  })

const everyState = states.map((state) => [state.name, state] as const)

test.concurrent.for(everyState)('%s has no axe violation in light and dark', async ([, state]) => {
  const { page, complaints } = await openPage(browser, portal, {
    colorScheme: 'light',
    viewport: phone,
    reducedMotion: 'reduce',
  })
  await state.open(page)
  // Evaluated by the debugger, so that the page's content policy stays as it is.
  await page.evaluate(axe)
  expect(await violationsOn(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.locator('html[data-theme="dark"]').waitFor()
  expect(await violationsOn(page)).toEqual([])
  expect(await overflow(page)).toBeUndefined()
  expect(state.noisy ? [] : complaints).toEqual([])
  await page.context().close()
})

test.concurrent.for(everyState)('%s fits a small phone with the largest text', async ([, state]) => {
  const { page } = await openPage(browser, portal, { viewport: smallPhone })
  // 200 % zoom of a 360 px wide phone leaves 180 CSS pixels; text alone at 200 % is what phones offer.
  await page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => (document.documentElement.style.fontSize = '200%'))
  })
  await state.open(page)
  expect(await overflow(page)).toBeUndefined()
  await page.context().close()
})
