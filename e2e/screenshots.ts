import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { openPage, phone, smallPhone } from './browser.ts'
import { launchChromium } from './chromium.ts'
import { startPortal } from './portal.ts'
import { states } from './states.ts'

// `npm run screenshots` draws the README's pictures; `npm run screenshots -- all` every screen in every look.
const folder = join(import.meta.dirname, '../docs/pictures')
const everything = process.argv.includes('all')
const shown = ['home', 'guide', 'application-ready', 'news', 'tip', 'tip-receipt']

const looks = [
  { name: 'light', viewport: phone, colorScheme: 'light' as const },
  ...(everything
    ? [
        { name: 'dark', viewport: phone, colorScheme: 'dark' as const },
        { name: 'small', viewport: smallPhone, colorScheme: 'light' as const },
        { name: 'large-text', viewport: smallPhone, colorScheme: 'light' as const, fontSize: '200%' },
      ]
    : []),
]

const data = await mkdtemp(join(tmpdir(), 'portal-pictures-'))
const out = everything ? join(import.meta.dirname, '../.cache/screens') : folder
await mkdir(out, { recursive: true })
await build({ logLevel: 'warn' })
const portal = await startPortal({ DATA_DIR: data })
const browser = await launchChromium()
for (const { name, fontSize, ...options } of looks as ((typeof looks)[number] & { fontSize?: string })[]) {
  for (const state of states.filter((one) => everything || shown.includes(one.name))) {
    const { page } = await openPage(browser, portal.address, options)
    if (fontSize) {
      await page.addInitScript((size) => {
        document.addEventListener('DOMContentLoaded', () => (document.documentElement.style.fontSize = size))
      }, fontSize)
    }
    await state.open(page)
    await page.waitForTimeout(400)
    await page.screenshot({ path: join(out, everything ? `${state.name}-${name}.png` : `${state.name}.png`) })
    await page.context().close()
    console.log(`${state.name} ${name}`)
  }
}
await browser.close()
await portal.stop()
await rm(data, { recursive: true, force: true })
