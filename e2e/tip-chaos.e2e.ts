import { mkdtemp, rm } from 'node:fs/promises'
import { randomBytes, randomInt } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readReceipt } from '#contract/receipt.ts'
import { phone as screen } from './browser.ts'
import { BreakablePhone, type Fault, faultKinds, killableServer } from './chaos.ts'
import { launchChromium } from './chromium.ts'
import { openDutyDesk } from './duty-desk.ts'
import { choosePictures, fillTip, receiptOn } from './tip-steps.ts'

/** `TIP_CHAOS_ROUNDS=300 TIP_CHAOS_SEED=… npm run e2e -- e2e/tip-chaos.e2e.ts` */
const rounds = Number(process.env['TIP_CHAOS_ROUNDS'] ?? 12)
const seed = Number(process.env['TIP_CHAOS_SEED'] ?? randomInt(2 ** 31))
const longestRound = 120_000

/** Killing the server takes longest, so it is rarer than the others. */
const kinds = faultKinds.flatMap((kind) => Array<Fault['kind']>(kind === 'kill server' ? 1 : 3).fill(kind))
const fault = fc.record({ kind: fc.constantFrom(...kinds), after: fc.integer({ min: 0, max: 700 }) })
const word = fc.string({
  unit: fc.constantFrom(...Array.from('bcdghklmnpstvxaeiou')),
  minLength: 2,
  maxLength: 6,
})
const round = fc.record({
  faults: fc.array(fault, { minLength: 2, maxLength: 6 }),
  // No two alike: many like texts would be a wave.
  words: fc.array(word, { minLength: 12, maxLength: 20 }),
})

let browser: Browser
let server: Awaited<ReturnType<typeof killableServer>>
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portal-chaos-'))
  ;[browser, server] = await Promise.all([launchChromium(), killableServer(folder)])
})
afterAll(async () => {
  await browser.close()
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

/** Large enough for several parts. */
const picture = () =>
  sharp(randomBytes(700 * 500 * 3), { raw: { width: 700, height: 500, channels: 3 } })
    .jpeg({ quality: 92 })
    .toBuffer()

/** What a patient person does until the screen says that everything has arrived. */
async function finish(phone: BreakablePhone, text: string): Promise<string> {
  const done = (page: Page) => page.getByText('Đã nhận đủ 1 tệp.').isVisible()
  for (const start = Date.now(); Date.now() < start + longestRound;) {
    const { page } = phone
    if (await done(page)) return receiptOn(page)
    for (const name of ['Tải lại trang', 'Gửi lại', 'Gửi tiếp']) await press(page, name)
    if (await isForm(page)) {
      expect(await page.getByLabel('Nội dung').inputValue()).toBe(text)
      await press(page, 'Gửi tin báo')
    }
    await page.waitForTimeout(150)
  }
  throw new Error(`Not finished; the screen says: ${await phone.page.getByRole('main').innerText()}`)
}

const isForm = (page: Page) => page.getByRole('button', { name: 'Gửi tin báo' }).isVisible()

async function press(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true })
  if (await button.isVisible()) await button.click({ timeout: 1_000 }).catch(() => undefined)
}

async function play({ faults, words }: { faults: Fault[]; words: string[] }): Promise<string> {
  const context = await browser.newContext({
    baseURL: server.address,
    viewport: screen,
    locale: 'vi-VN',
    serviceWorkers: 'block',
  })
  const phone = await BreakablePhone.switchOn(context, server)
  await phone.page.goto('/tips/new')
  const text = `Chuyện kể ${words.join(' ')}.`
  await choosePictures(phone.page, [{ name: 'anh.jpg', buffer: await picture() }])
  await phone.page.getByText('1. anh.jpg').waitFor()
  await fillTip(phone.page, text)
  await phone.page.getByText('Bản nháp được lưu trên máy này.').waitFor()
  await press(phone.page, 'Gửi tin báo')
  for (const one of faults) await phone.suffer(one)
  const code = await finish(phone, text)
  await context.close()
  return code
}

test(
  `${rounds} tips sent while page, network and server die arrive once, each with its picture`,
  async () => {
    console.log(`TIP_CHAOS_SEED=${seed} TIP_CHAOS_ROUNDS=${rounds}`)
    const before = new Set((await (await openDutyDesk(server.address)).tips()).map((tip) => tip.publicCode))
    const codes: string[] = []
    for (const one of fc.sample(round, { seed, numRuns: rounds })) codes.push(await play(one))
    expect(codes.map((code) => readReceipt(code).kind)).toEqual(codes.map(() => 'ok'))
    const desk = await openDutyDesk(server.address)
    const arrived = (await desk.tips()).filter((tip) => !before.has(tip.publicCode))
    const publicCodes = codes.map((code) => code.slice(0, 5))
    expect(arrived.map((tip) => tip.publicCode).sort()).toEqual(publicCodes.sort())
    expect(arrived.map((tip) => tip.fileCount)).toEqual(arrived.map(() => 1))
    for (const code of codes) {
      const [file] = await desk.filesOf(code.slice(0, 5))
      expect(await sharp(await desk.bytesOf(file!)).metadata()).toMatchObject({ width: 700, height: 500 })
    }
  },
  rounds * longestRound,
)
