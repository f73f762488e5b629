import { phonePicture } from '#server/testing/pictures.ts'
import { phoneVideo } from '#server/testing/videos.ts'
import type { ScreenState } from './application-states.ts'
import { chooseFiles, choosePictures, fillTip, openNewThread, sendTip } from './tip-steps.ts'

/** Pictures and films of a tip: chosen, on their way, held up and refused. */
export const tipFileStates: readonly ScreenState[] = [
  {
    name: 'tip-files',
    open: async (page) => {
      await page.goto('/tips/new')
      await choosePictures(page, [
        { name: 'IMG_20261126_071502_cong-nha-tro.jpg', buffer: await phonePicture() },
        { name: 'bien-so-xe.jpg', buffer: await phonePicture() },
        { name: 'tep-nen.zip', buffer: Buffer.from('PK\x03\x04') },
      ])
      await page.getByText(/^2\. bien-so-xe/).waitFor()
      await page.getByText(/tep-nen.zip/).waitFor()
      await page.getByText(/^1\. IMG/).scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'tip-files-sending',
    open: async (page) => {
      // Under way for good.
      await page.route('**/api/tips/files/parts*', () => undefined)
      await page.goto('/tips/new')
      await choosePictures(page, [
        { name: 'cong-nha-tro.jpg', buffer: await phonePicture() },
        { name: 'bien-so-xe.jpg', buffer: await phonePicture() },
      ])
      await page.getByText(/^2\. bien-so-xe/).waitFor()
      await fillTip(page, 'Nội dung minh họa để xem tệp đang gửi.')
      await sendTip(page)
      await page.getByText('Đang gửi tệp 1/2.').scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'tip-files-stopped',
    noisy: true,
    open: async (page) => {
      await page.route('**/api/tips/files/parts*', (route) => route.abort())
      await page.goto('/tips/new')
      await choosePictures(page, [{ name: 'cong-nha-tro.jpg', buffer: await phonePicture() }])
      await page.getByText(/^1\. cong/).waitFor()
      await fillTip(page, 'Nội dung minh họa để xem tệp chưa gửi được.')
      await sendTip(page)
      await page.getByRole('button', { name: 'Gửi tiếp' }).waitFor({ timeout: 60_000 })
      await page.getByRole('button', { name: 'Gửi tiếp' }).scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'tip-files-refused',
    open: async (page) => {
      const film = phoneVideo({ place: '+11.1494+106.5976/', device: 'Redmi 9A', way: 'Đường Hùng Vương' })
      await page.goto('/tips/new')
      await chooseFiles(page, [
        { name: 'quay-do.mp4', mimeType: 'video/mp4', buffer: film.subarray(0, film.length / 2) },
      ])
      await page.getByText(/^1\. quay-do/).waitFor()
      await fillTip(page, 'Nội dung minh họa để xem tệp không được nhận.')
      await sendTip(page)
      await page.getByRole('button', { name: 'Ẩn phần này' }).scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'tip-phone-full',
    open: async (page) => {
      await page.addInitScript(`
        Storage.prototype.setItem = IDBObjectStore.prototype.put = () => {
          throw new DOMException('full', 'QuotaExceededError')
        }`)
      await page.goto('/tips/new')
      await choosePictures(page, [{ name: 'cong-nha-tro.jpg', buffer: await phonePicture() }])
      await page.getByText('Điện thoại đã hết chỗ lưu').waitFor()
      await fillTip(page, 'Nội dung minh họa khi điện thoại hết chỗ.')
      await page.getByText(/^Bộ nhớ máy đã đầy/).scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'tip-offline',
    noisy: true,
    open: async (page) => {
      await page.goto('/tips/new')
      await choosePictures(page, [{ name: 'cong-nha-tro.jpg', buffer: await phonePicture() }])
      await page.getByText(/^1\. cong/).waitFor()
      await fillTip(page, 'Nội dung minh họa khi mất mạng.')
      await page.route('**/api/**', (route) => route.abort())
      await page.getByRole('button', { name: 'Gửi tin báo' }).click()
      await page.getByRole('button', { name: 'Gửi lại' }).waitFor({ timeout: 60_000 })
    },
  },
  {
    name: 'tip-thread-files',
    open: async (page) => {
      await openNewThread(page, 'Nội dung minh họa để xem tệp gửi thêm.')
      await choosePictures(page, [{ name: 'cong-nha-tro.jpg', buffer: await phonePicture() }])
      await page.getByText('Đã nhận đủ 1 tệp.').scrollIntoViewIfNeeded()
    },
  },
]
