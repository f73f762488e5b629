import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { encodeQR } from 'qr'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { readSlipSecret } from '#contract/slip-secret.ts'
import { openApplication, shareByQr } from './application-steps.ts'
import { openPage } from './browser.ts'
import { launchChromium, launchWithCamera } from './chromium.ts'

const portal = inject('portal')
let plain: Browser
beforeAll(async () => void (plain = await launchChromium()))
afterAll(() => plain.close())

/** Paper on a wooden desk, held a little askew. */
async function paperWith(text: string): Promise<Buffer> {
  const qr = sharp(Buffer.from(encodeQR(text, 'svg', { border: 4 })), { density: 300 }).resize(270)
  const paper = await qr.flatten({ background: 'white' }).rotate(7, { background: '#8a6a4a' }).toBuffer()
  return sharp({ create: { width: 640, height: 480, channels: 3, background: '#8a6a4a' } })
    .composite([{ input: paper, left: 190, top: 70 }])
    .blur(0.8)
    .jpeg({ quality: 80 })
    .toBuffer()
}

/** A browser whose camera sees one paper after the other. */
async function openCamera(...texts: string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'portal-camera-'))
  const film = join(folder, 'camera.mjpeg')
  const pictures = await Promise.all(texts.map(paperWith))
  await writeFile(film, Buffer.concat(pictures.flatMap((picture) => Array<Buffer>(90).fill(picture))))
  const browser = await launchWithCamera(film)
  const close = async () => {
    await browser.close()
    await rm(folder, { recursive: true, force: true })
  }
  return { browser, close }
}

test('the camera of a browser tells a slip from another code and opens the application', async () => {
  const owner = await openPage(plain, portal)
  await openApplication(owner.page, 'ready')
  const link = await shareByQr(owner.page)
  const { browser, close } = await openCamera('https://vi-du.example/', link)
  const { page, requests, complaints } = await openPage(browser, portal, { permissions: ['camera'] })
  await page.goto('/applications')
  await page.getByRole('link', { name: /Quét mã/ }).click()
  await page.getByRole('button', { name: 'Quét mã' }).click()
  await page.getByText('Mã này không phải của giấy hẹn').waitFor()
  await page.getByRole('heading', { name: 'Mời đến nhận' }).waitFor()
  expect(page.url()).toBe(`${portal}/applications/open`)
  expect(requests.filter((url) => url.includes(readSlipSecret(link) ?? link))).toEqual([])
  expect(complaints).toEqual([])
  await close()
})
