import { randomBytes } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openPage } from './browser.ts'
import { launchChromium } from './chromium.ts'
import { openDutyDesk } from './duty-desk.ts'
import { choosePictures, fillTip, receiptOn, sendTip } from './tip-steps.ts'

const portal = inject('portal')
let browser: Browser
let desk: Awaited<ReturnType<typeof openDutyDesk>>
beforeAll(async () => {
  ;[browser, desk] = await Promise.all([launchChromium(), openDutyDesk(portal)])
})
afterAll(() => browser.close())

/** As a phone held upright writes it: lying on its side, with a word to turn it and where it was taken. Noise, so that it stays large. */
async function lyingPicture(width = 2400, height = 1600): Promise<Buffer> {
  const noise = randomBytes(width * height * 3)
  const red = { create: { width: 400, height: 400, channels: 3 as const, background: '#ff0000' } }
  return sharp(noise, { raw: { width, height, channels: 3 } })
    .composite([{ input: await sharp(red).png().toBuffer(), top: 0, left: 0 }])
    .jpeg({ quality: 90 })
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Make: 'Xiaomi', Model: 'Redmi 9A' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '11/1 8/1 5790/100', GPSLongitude: '106/1 35/1 5112/100' },
    })
    .toBuffer()
}

const chosen = (page: Page, name: string) =>
  page.getByRole('group', { name: /^Ảnh, video/ }).getByText(`1. ${name}`)
const publicCodeOn = async (page: Page) => (await receiptOn(page)).slice(0, 5)

/** What the phone keeps of files, by number of pieces. */
const piecesOn = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('citizen-portal.web')
        opening.addEventListener('error', () => reject(new Error('no store')))
        opening.addEventListener('success', () => {
          const counting = opening.result.transaction('files').objectStore('files').count()
          counting.addEventListener('success', () => resolve(counting.result))
        })
      }),
  )

test('a picture survives a reload and a kill in the middle, and arrives once, upright and bare', async () => {
  const { page } = await openPage(browser, portal)
  await page.goto('/tips/new')
  await choosePictures(page, [{ name: 'cong.jpg', buffer: await lyingPicture() }])
  await chosen(page, 'cong.jpg').waitFor()
  await page.reload()
  await chosen(page, 'cong.jpg').waitFor()
  expect(await piecesOn(page)).toBeGreaterThan(0)
  await fillTip(page, 'Có người phá khóa cổng, tôi đã chụp lại.')

  const sent: Buffer[] = []
  let parts = 0
  await page.route('**/api/tips/files/parts*', async (route) => {
    sent.push(route.request().postDataBuffer() ?? Buffer.alloc(0))
    parts += 1
    // After the first one the network is gone; then the phone is switched off.
    await (parts === 1 ? route.continue() : route.abort())
  })
  await sendTip(page)
  const code = await publicCodeOn(page)
  await expect.poll(() => parts).toBeGreaterThan(1)
  expect(await desk.filesOf(code)).toEqual([])

  const again = await page.context().newPage()
  const offsets: string[] = []
  again.on('request', (request) => {
    const offset = /parts\?.*offset=(\d+)/.exec(request.url())?.[1]
    if (offset) offsets.push(offset)
  })
  await page.close({ runBeforeUnload: false })
  await again.goto('/tips/new')
  await again.getByText('Đã nhận đủ 1 tệp.').waitFor()
  expect(await publicCodeOn(again)).toBe(code)
  // It went on where the server was, and not from the beginning.
  expect(offsets[0]).toBe(String(sent[0]?.length))

  const files = await desk.filesOf(code)
  expect(files).toMatchObject([{ kind: 'picture' }])
  const arrived = sharp(await desk.bytesOf(files[0]!))
  // Noise weighs so much that it goes down to the smallest size.
  const { width, height, exif, orientation } = await arrived.metadata()
  expect({ width, height, exif, orientation }).toEqual({ width: 1067, height: 1600 })
  // What lay at the top left is at the top right once it stands upright.
  const cut = await arrived.extract({ left: 927, top: 20, width: 100, height: 100 }).png().toBuffer()
  // Of the cut alone: `stats` looks at what was opened, not at what is made of it.
  const corner = await sharp(cut).stats()
  expect(corner.channels.map(({ mean }) => Math.round(mean / 100))).toEqual([3, 0, 0])
  expect(await piecesOn(again)).toBe(0)
  // Before the server had a hand in it: nothing of where and with what it was taken leaves the phone.
  expect(Buffer.concat(sent).includes('Exif')).toBe(false)
  expect(Buffer.concat(sent).includes('Redmi')).toBe(false)
})

test('the app goes on with a file from any screen, and then keeps nothing that leads to the tip', async () => {
  const { page } = await openPage(browser, portal)
  await page.route('**/api/tips/files/parts*', (route) => route.abort())
  await page.goto('/tips/new')
  await choosePictures(page, [{ name: 'cong.jpg', buffer: await lyingPicture(600, 400) }])
  await chosen(page, 'cong.jpg').waitFor()
  await fillTip(page, 'Có người phá khóa cổng, ảnh gửi sau.')
  await sendTip(page)
  const code = await publicCodeOn(page)
  await page.getByRole('button', { name: 'Tôi đã lưu mã' }).click()
  await page.unroute('**/api/tips/files/parts*')
  await page.goto('/')
  await expect.poll(() => desk.filesOf(code), { timeout: 30_000 }).toMatchObject([{ kind: 'picture' }])
  const left = () => page.evaluate(() => JSON.stringify(localStorage))
  await expect.poll(left, { timeout: 10_000 }).not.toContain('clientKey')
  expect(await page.getByText(code).count()).toBe(0)
})

test('leaving quickly takes the pictures off the phone', async () => {
  const { page } = await openPage(browser, portal)
  await page.goto('/tips/new')
  await choosePictures(page, [{ name: 'cong.jpg', buffer: await lyingPicture(600, 400) }])
  await chosen(page, 'cong.jpg').waitFor()
  expect(await piecesOn(page)).toBe(1)
  await page.getByRole('button', { name: 'Thoát nhanh' }).click()
  await page.waitForURL('**/news')
  await expect.poll(() => piecesOn(page)).toBe(0)
})
