import { PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium'
import decodeQR from 'jsqr'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readEntry } from '#src/lib/entry.ts'
import { drawSheet } from './qr-sheet.ts'
import { findStationLink } from './station-link.ts'

let pdfium: PDFiumLibrary
beforeAll(async () => void (pdfium = await PDFiumLibrary.init()))
afterAll(() => pdfium.destroy())

/** What a printer would make of the sheet. */
async function onPaper<T>(sheet: Buffer, look: (page: PDFiumPage) => Promise<T> | T): Promise<T> {
  const document = await pdfium.loadDocument(sheet)
  try {
    expect(document.getPageCount()).toBe(1)
    return await look(document.getPage(0))
  } finally {
    document.destroy()
  }
}

const decoded = (sheet: Buffer) =>
  onPaper(sheet, async (page) => {
    const { data, width, height } = await page.render({ scale: 2, render: 'bitmap' })
    return decodeQR(Uint8ClampedArray.from(data), width, height)?.data
  })
const words = (sheet: Buffer) => onPaper(sheet, (page) => page.getText().replace(/\s+/g, ' '))
const draw = (changes: Partial<Parameters<typeof drawSheet>[0]> = {}) =>
  drawSheet({
    ...{ name: 'Công an phường Bến Cát', link: 'https://zalo.me/s/1234567890123456789/?station=ben-cat' },
    ...{ sample: false, ...changes },
  })

describe('the code', () => {
  test.for([
    ['inside Zalo', { appId: '1234567890123456789', publicUrl: undefined }, '/s/1234567890123456789'],
    ['in a browser', { appId: undefined, publicUrl: 'https://portal.example.vn/' }, ''],
  ] as const)('%s it is read from the page and opens that station', async ([, addresses, base]) => {
    const link = findStationLink('ben-cat', addresses)
    const read = await decoded(await draw({ link: link ?? '' }))
    expect(read).toBe(link)
    const { pathname, search } = new URL(read ?? '')
    // Zalo puts what follows the id below the app's own address.
    const opened = readEntry(pathname.slice(base.length) + search)
    expect(opened).toEqual({ path: '/stations/ben-cat', station: 'ben-cat', source: 'qr' })
  })

  test('the longest id still makes a code that can be read', async () => {
    const link = findStationLink('a'.repeat(120), { appId: '1234567890123456789', publicUrl: undefined })
    expect(await decoded(await draw({ link: link ?? '' }))).toBe(link)
  })
})

test('the sheet is an A4 page that says whose it is, how to read it and what to type', async () => {
  const sheet = await draw()
  const size = await onPaper(sheet, (page) => page.render({ scale: 1, render: 'bitmap' }))
  expect([size.width, size.height]).toEqual([595, 841])
  const text = await words(sheet)
  expect(text).toContain('Công an phường Bến Cát')
  expect(text).toContain('Mở Zalo, chọn quét mã, rồi đưa máy lên hình vuông.')
  expect(text).toContain('Xem giờ tiếp dân, thủ tục, hồ sơ và báo tin. Không cần cài ứng dụng.')
  expect(text).toContain('zalo.me/s/1234567890123456789/?station=ben-cat')
  expect(text).not.toContain('BẢN THỬ')
})

test('outside Zalo it says to use the camera, and a sample says that it is one', async () => {
  const text = await words(await draw({ link: 'http://127.0.0.1:8080/?station=ben-cat', sample: true }))
  expect(text).toContain('Mở máy ảnh của điện thoại')
  expect(text).toContain('BẢN THỬ, KHÔNG TREO')
})

test('without an address of the app there is no link to print', () => {
  expect(findStationLink('ben-cat', { appId: undefined, publicUrl: undefined })).toBeUndefined()
})
