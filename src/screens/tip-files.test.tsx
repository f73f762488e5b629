import 'fake-indexeddb/auto'
import { configure, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { useDraftFiles } from '#src/features/tips/draft-files.ts'
import { useParcels } from '#src/features/tips/parcels.store.ts'
import { useTip } from '#src/features/tips/tip.store.ts'
import { setApiFetch } from '#src/lib/api.ts'
import { removeAllFiles } from '#src/lib/phone-files.ts'
import { hasUnsentFiles } from '#src/lib/unsent-files.ts'
import { photo, standInCanvas } from '#src/testing/canvas.ts'
import { renderScreen } from '#src/testing/render-screen.tsx'
import { noLimits } from '#server/tips/intake-limits.ts'
import { startPortal } from '#src/testing/start-portal.ts'
import { createFakeHost } from '#src/zalo/fake-host.ts'
import { TipReportScreen } from './tip-report.screen.tsx'

// The thread that cleans files takes its time to begin where several checks share the processors.
configure({ asyncUtilTimeout: 40_000 })
vi.setConfig({ testTimeout: 120_000 })

let portal: Awaited<ReturnType<typeof startPortal>>
beforeAll(async () => void (portal = await startPortal({ intakeLimits: noLimits })))
beforeEach(async () => {
  portal.connect()
  await standInCanvas()
})
afterEach(async () => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  closeApp()
  await removeAllFiles()
  await portal.empty()
})
afterAll(() => portal.close())

function closeApp() {
  useTip.setState(useTip.getInitialState(), true)
  useDraftFiles.setState(useDraftFiles.getInitialState(), true)
  useParcels.setState(useParcels.getInitialState(), true)
}

async function open(host = createFakeHost()) {
  closeApp()
  const view = renderScreen(<TipReportScreen />, { path: '/tips/new', route: '/tips/new', host })
  await screen.findByRole('button', { name: 'Thoát nhanh' })
  return view
}

const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
const choose = async (...files: File[]) =>
  userEvent.upload(await screen.findByLabelText('Thêm ảnh, video hoặc PDF'), files, { applyAccept: false })
const list = () => screen.findByRole('group', { name: /^Ảnh, video hoặc tệp PDF/ })
const rows = async () => within(await list()).getAllByRole('listitem')

async function send() {
  await userEvent.click(await screen.findByRole('radio', { name: 'Khác' }))
  await userEvent.click(screen.getByRole('textbox', { name: /^Nội dung/ }))
  await userEvent.paste('Có hai người lạ cạy khóa xe trước cổng nhà trọ.')
  await userEvent.click(screen.getByRole('checkbox', { name: 'Không nhớ rõ thời gian' }))
  await userEvent.click(screen.getByRole('checkbox', { name: /^Tôi khai đúng/ }))
  await press('Gửi tin báo')
  if (screen.queryByRole('dialog')) await press('Vẫn gửi như vậy')
  await screen.findByRole('heading', { name: 'Đã nhận tin của bạn' })
}

const stored = () => portal.db.query('select state, kind from tip_files order by id')
const one = [{ state: 'stored', kind: 'picture' }]

/** Of the calls about files, `answer` may answer some in the server's place. */
function between(answer: (path: string) => Promise<Response> | undefined) {
  setApiFetch((input, init) => {
    const path = input as string
    return (path.startsWith('/api/tips/files') ? answer(path) : undefined) ?? portal.fetch(input, init)
  })
}
const lost = () => Promise.reject(new TypeError('no network'))

/** What ends every wait for the network. */
const online = () => void window.dispatchEvent(new Event('online'))

test('a picture follows its tip, and the phone keeps nothing of it', async () => {
  const { host } = await open()
  await choose(photo())
  expect(await within(await list()).findByText('1. IMG_1.jpg')).toBeVisible()
  expect(screen.getByText(/^Ảnh, video và PDF: được mã hóa/)).toBeVisible()
  await send()
  expect(await screen.findByText('Đã nhận đủ 1 tệp.')).toBeVisible()
  expect(await stored()).toEqual(one)
  expect(hasUnsentFiles()).toBe(false)
  await press('Tôi đã lưu mã')
  await waitFor(async () => expect(await host.storage.get('tip-parcels')).toBeUndefined())
})

test('the form lists what was chosen, in an order that can be changed, and takes it out again', async () => {
  await open()
  await choose(photo('một.jpg'), photo('hai.jpg'))
  await waitFor(async () => expect(await rows()).toHaveLength(2))
  await press('Lên trước, tệp 2: hai.jpg')
  expect((await rows())[0]).toHaveTextContent('1. hai.jpg')
  await press('Bỏ tệp 1: hai.jpg')
  await waitFor(async () => expect(await rows()).toHaveLength(1))
  expect(screen.getByLabelText('Thêm ảnh, video hoặc PDF')).toHaveFocus()
})

test('what cannot go along is named with a sentence, and the sixth is one too many', async () => {
  await open()
  await choose(...['1', '2', '3', '4'].map((name) => photo(`${name}.jpg`)))
  await waitFor(async () => expect(await rows()).toHaveLength(4))
  await choose(new File(['PK\x03\x04'], 'nén.zip'), photo('5.jpg'), photo('6.jpg'))
  expect(await screen.findByText(/^nén.zip: Tệp nén không gửi được/)).toBeVisible()
  expect(screen.getByText(/^6.jpg: Mỗi tin kèm được nhiều nhất 5 tệp/)).toBeVisible()
  expect(screen.getByText('Đã đủ 5 tệp.')).toBeVisible()
  expect(screen.queryByLabelText('Thêm ảnh, video hoặc PDF')).toBeNull()
})

test('an iPhone picture that this device cannot read is said', async () => {
  vi.stubGlobal('createImageBitmap', lost)
  class BrokenImage extends EventTarget {
    set src(_url: string) {
      this.dispatchEvent(new Event('error'))
    }
  }
  vi.stubGlobal('Image', BrokenImage)
  await open()
  await choose(new File(['\0\0\0\x20ftypheic'], 'IMG.heic'))
  expect(await screen.findByText(/^IMG.heic: Máy này không đọc được ảnh HEIC/)).toBeVisible()
})

test('on a full phone the picture is there for this visit, which is said', async () => {
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  await open()
  await choose(photo())
  expect(await screen.findByText('Điện thoại đã hết chỗ lưu')).toBeVisible()
  await send()
  expect(await screen.findByText('Đã nhận đủ 1 tệp.')).toBeVisible()
  expect(await stored()).toEqual(one)
})

test('without network the receipt stands, sending stops with a button, and goes on when one presses it', async () => {
  let connected = false
  between((path) => (connected || path === '/api/tips/files' ? undefined : lost()))
  await open()
  await choose(photo())
  await send()
  expect(screen.getByText(/^Mã tin báo/)).toBeVisible()
  await waitFor(() => {
    online()
    expect(screen.getByRole('button', { name: 'Gửi tiếp' })).toBeVisible()
  })
  expect(screen.getByText('Đã lưu trên máy này, chưa gửi: 1 tệp.')).toBeVisible()
  expect(hasUnsentFiles()).toBe(true)
  connected = true
  await press('Gửi tiếp')
  expect(await screen.findByText('Đã nhận đủ 1 tệp.')).toBeVisible()
  expect(await stored()).toEqual(one)
})

test('killed in the middle, it goes on at the next opening and arrives once', async () => {
  let arrived = 0
  let die = () => {}
  setApiFetch(async (input, init) => {
    const answer = await portal.fetch(input, init)
    if (!(input as string).startsWith('/api/tips/files/parts')) return answer
    // The server has it whole, and the phone never hears of it.
    arrived += 1
    return new Promise<Response>((_, reject) => (die = () => reject(new TypeError('killed'))))
  })
  const { host, unmount } = await open()
  await choose(photo())
  await send()
  await waitFor(() => expect(arrived).toBe(1))
  expect(screen.getByText('Đang gửi tệp 1/1.')).toBeVisible()
  unmount()
  closeApp()
  die()
  portal.connect()
  await open(host)
  expect(await screen.findByText('Đã nhận đủ 1 tệp.')).toBeVisible()
  expect(await stored()).toEqual(one)
})

test('a file that the server refuses is said with its reason, and the words can be put away', async () => {
  vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation((done) => done(new Blob(['no picture'])))
  await open()
  await choose(photo())
  await send()
  expect(await screen.findByText('Tệp này không phải ảnh, video hay PDF.')).toBeVisible()
  expect(screen.getByText('Đã nhận 0/1 tệp.')).toBeVisible()
  await press('Ẩn phần này')
  expect(screen.queryByText('Đã nhận 0/1 tệp.')).toBeNull()
})

test('one can go on without a file that is still waiting', async () => {
  const removed: string[] = []
  between((path) => {
    if (path.endsWith('/remove')) removed.push(path)
    return path.includes('/parts') ? lost() : undefined
  })
  await open()
  await choose(photo())
  await send()
  await userEvent.click(await screen.findByRole('button', { name: 'Bỏ tệp 1: IMG_1.jpg' }))
  await waitFor(() => expect(screen.queryByText(/IMG_1.jpg/)).toBeNull())
  await waitFor(() => expect(removed).toHaveLength(1))
  await waitFor(async () => expect(await stored()).toEqual([]))
  expect(screen.getByRole('heading', { name: 'Đã nhận tin của bạn' })).toBeVisible()
})

test('"Thoát nhanh" leaves no file behind, neither of the draft nor of an earlier tip', async () => {
  between((path) => (path.includes('/parts') ? lost() : undefined))
  const { host } = await open()
  await choose(photo())
  await send()
  await press('Tôi đã lưu mã')
  await press('Báo tin khác')
  await choose(photo('khác.jpg'))
  await within(await list()).findByText('1. khác.jpg')
  expect(screen.getByRole('heading', { name: 'Tệp của tin đã gửi' })).toBeVisible()
  await press('Thoát nhanh')
  await waitFor(async () => expect(await host.storage.get('tip-parcels')).toBeUndefined())
  expect(await host.storage.get('tip')).toBeUndefined()
  expect(hasUnsentFiles()).toBe(false)
})
