import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { startStandIn, type StandIn } from '#server/zalo/stand-in/start-stand-in.ts'
import { findStationLink } from '#server/stations/station-link.ts'
import { openPage } from './browser.ts'
import { launchChromium } from './chromium.ts'
import { apiOrigin } from './setup.ts'
import { openInZalo } from './zalo/open-in-zalo.ts'

const portal = inject('portal')
let browser: Browser
let standIn: StandIn
beforeAll(async () => {
  ;[browser, standIn] = await Promise.all([launchChromium(), startStandIn({ port: 0 })])
})
afterAll(async () => {
  await browser.close()
  await standIn.close()
})

const station = (page: Page) => page.getByRole('heading', { level: 1, name: 'Công an phường Bến Cát' })
const entrySent = (page: Page) =>
  page.waitForRequest((request) => request.url().endsWith('/api/entries'), { timeout: 15_000 })

test('a sheet’s link opens its station, counts once, and guides point there from then on', async () => {
  const { page, complaints, requests } = await openPage(browser, portal)
  const counted = entrySent(page)
  await page.goto(findStationLink('ben-cat', { appId: undefined, publicUrl: portal }) ?? '')
  await station(page).waitFor()
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/stations/ben-cat')
  await page.getByText('Đây là điểm bạn đã chọn').waitFor()
  expect((await counted).postData()).toBe('{"source":"qr"}')

  await page.reload()
  await page.getByText('Đây là điểm bạn đã chọn').waitFor()
  await page.goto('/guides/cap-doi-can-cuoc')
  await page.getByRole('link', { name: 'Nơi làm: Công an phường Bến Cát' }).click()
  await station(page).waitFor()
  await page.waitForTimeout(3500)
  expect(requests.filter((url) => url.endsWith('/api/entries'))).toHaveLength(1)
  expect(complaints).toEqual([])
})

test('an old sheet says since when the place is closed and leads on', async () => {
  const { page } = await openPage(browser, portal)
  await page.goto('/?station=cong-an-thanh-pho-ben-cat')
  await page.getByText(/Nơi này ngừng tiếp dân từ/).waitFor()
  await page.getByRole('link', { name: 'Đến Công an phường Bến Cát' }).click()
  await station(page).waitFor()
})

test('who lives where a ward was split is asked for the khu phố, and back keeps the answer', async () => {
  const { page, complaints } = await openPage(browser, portal)
  await page.goto('/stations')
  await page.getByRole('link', { name: 'Điểm nào phục vụ tôi' }).click()
  await page.getByLabel('Nơi bạn ở').selectOption({ label: 'Phường Mỹ Phước (cũ)' })
  await page.getByRole('radio', { name: 'Khu phố 2' }).check()
  await page.getByRole('link', { name: 'Xem giờ tiếp dân và đường đi' }).click()
  await station(page).waitFor()
  await page.goBack()
  await page.getByText('Công an phường Bến Cát phục vụ bạn').waitFor()
  expect(complaints).toEqual([])
})

test('stations open without network after a first visit of any page', async () => {
  const { page } = await openPage(browser, portal)
  await page.goto('/')
  await page.getByRole('heading', { name: 'Tin mới' }).waitFor()
  await page.waitForLoadState('networkidle')
  await page.route('**/api/**', (route) => route.abort())
  await page.goto('/stations/ben-cat')
  await page.getByText('Xã Tân Hưng cũ').waitFor()
  await page.getByText(/Bản lưu trên máy/).waitFor({ timeout: 20_000 })
})

test('inside Zalo the same link works cold and when it reaches the waiting app', async () => {
  const zaloWww = inject('zaloWww')
  const zalo = { wwwDir: zaloWww, standInUrl: standIn.url, apiOrigin, apiTarget: portal }
  const cold = await openInZalo(browser, { ...zalo, path: '/?station=ben-cat' })
  const counted = entrySent(cold.page)
  await cold.page.getByText('Đây là điểm bạn đã chọn').waitFor()
  await station(cold.page).waitFor()
  expect((await counted).headers()['authorization']).toBeUndefined()
  expect([cold.refused, cold.strayed]).toEqual([[], []])
  await cold.close()

  const waiting = await openInZalo(browser, { ...zalo, path: '/' })
  await waiting.page.getByRole('heading', { name: 'Tin mới' }).waitFor()
  await waiting.page.waitForTimeout(2500)
  await waiting.openApp('/?station=ben-cat')
  await station(waiting.page).waitFor()
  await waiting.page.getByText('Đây là điểm bạn đã chọn').waitFor()
  await waiting.close()
})
