import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { saveReceipt } from '#src/features/tips/saved-receipts.ts'
import { tipsApi } from '#src/features/tips/tips-api.ts'
import { setApiFetch } from '#src/lib/api.ts'
import { newClientKey } from '#src/lib/client-key.ts'
import { setHost } from '#src/lib/host.ts'
import { photo, standInCanvas } from '#src/testing/canvas.ts'
import { renderScreen } from '#src/testing/render-screen.tsx'
import { noLimits } from '#server/tips/intake-limits.ts'
import { startPortal } from '#src/testing/start-portal.ts'
import { createFakeHost, type FakeHost } from '#src/zalo/fake-host.ts'
import { TipThreadScreen } from './tip-thread.screen.tsx'

// Long forms on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

let portal: Awaited<ReturnType<typeof startPortal>>
beforeAll(async () => void (portal = await startPortal({ intakeLimits: noLimits })))
beforeEach(() => portal.connect())
afterEach(async () => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  await portal.empty()
})
afterAll(() => portal.close())

const story = 'Có hai người lạ cạy khóa xe trước cổng nhà trọ.'
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))

async function sendTip(more: object = {}): Promise<string> {
  const sent = await tipsApi.tips.send({
    body: { clientKey: newClientKey(), category: 'khac', text: story, declaredTrue: true, ...more },
  })
  if (!sent.ok) throw new Error(sent.error.code)
  return sent.data.code
}

const show = (host = createFakeHost()) =>
  renderScreen(<TipThreadScreen />, { path: '/tips/open', route: '/tips/open', host })

const kept = async (host: FakeHost) => (await host.storage.get('tip-addition')) ?? ''

async function type(code: string) {
  await userEvent.click(screen.getByRole('textbox', { name: 'Mã tin báo' }))
  await userEvent.paste(code)
  await press('Xem tin')
}

test('a wrong sign is pointed at before anything is asked', async () => {
  const asked: unknown[] = []
  setApiFetch(async (path) => {
    asked.push(path)
    return new Response('', { status: 500 })
  })
  const { container } = show()
  await type('HKQ6P-TK7O9-W4MKC-7T36W')
  expect(screen.getByText(/Ký tự thứ 9 \(“O”\)/)).toBeVisible()
  expect(container.querySelector('mark')).toHaveTextContent('O')
  expect(screen.getByRole('textbox', { name: 'Mã tin báo' })).toHaveFocus()
  expect(asked).toEqual([])
})

test('a tip opens with its status and deadlines, and without its words until they are asked for', async () => {
  const code = await sendTip()
  const { container } = show()
  await type(code.toLowerCase().replaceAll('-', ' '))
  await screen.findByRole('heading', { name: `Tin ${code.slice(0, 5)}` })
  expect(screen.getByText('Đã nhận')).toBeVisible()
  expect(screen.getByText('Cơ quan điều tra quyết định')).toBeVisible()
  expect(container).not.toHaveTextContent(story)
  await press('Hiện nội dung tin')
  expect(await screen.findByText(story)).toBeVisible()
  await press('Ẩn nội dung')
  await screen.findByRole('button', { name: 'Hiện nội dung tin' })
  expect(container).not.toHaveTextContent(story)
})

test('a named sender is told whether the name was looked at', async () => {
  const code = await sendTip({ contact: { name: 'Nguyễn Thị Hoa', phone: '0912345678' } })
  const { container } = show()
  await type(code)
  expect(await screen.findByText(/chưa được mở lần nào/)).toBeVisible()
  expect(container).not.toHaveTextContent('Hoa')
})

test('something added later arrives once, though its first answer was lost', async () => {
  const code = await sendTip()
  show()
  await type(code)
  await screen.findByRole('heading', { name: `Tin ${code.slice(0, 5)}` })
  await press('Gửi thêm')
  expect(screen.getByText('Bạn viết điều muốn gửi thêm.')).toBeVisible()
  const field = screen.getByRole('textbox', { name: /^Điều bạn muốn nói thêm/ })
  await userEvent.click(field)
  await userEvent.paste('Xe màu đỏ, biển số có số 61.')
  setApiFetch(async (path, init) => {
    await portal.fetch(path, init)
    return new Response('', { status: 500 })
  })
  await press('Gửi thêm')
  await screen.findByRole('alert')
  expect(field).toHaveValue('Xe màu đỏ, biển số có số 61.')
  portal.connect()
  await press('Gửi thêm')
  const messages = await screen.findByRole('region', { name: 'Trao đổi' })
  await within(messages).findByText('Bạn gửi thêm')
  expect(within(messages).getAllByRole('listitem')).toHaveLength(1)
  expect(field).toHaveValue('')
})

test('what was written and not sent is there after a reload, for that tip alone, and arrives once', async () => {
  const [code, other] = [await sendTip(), await sendTip()]
  const host = createFakeHost()
  const openWith = async (typed: string) => {
    const { unmount } = show(host)
    await type(typed)
    await screen.findByRole('heading', { name: `Tin ${typed.slice(0, 5)}` })
    return { unmount, field: screen.getByRole('textbox', { name: /^Điều bạn muốn nói thêm/ }) }
  }
  const first = await openWith(code)
  await userEvent.click(first.field)
  await userEvent.paste('Xe màu đỏ.')
  // It arrives, and the app is killed before the answer.
  setApiFetch(async (path, init) => {
    await portal.fetch(path, init)
    return new Response('', { status: 500 })
  })
  await press('Gửi thêm')
  await screen.findByRole('alert')
  first.unmount()
  portal.connect()
  const another = await openWith(other)
  expect(another.field).toHaveValue('')
  another.unmount()
  const again = await openWith(code)
  expect(await screen.findByText('Đây là điều bạn viết lần trước, chưa có xác nhận đã gửi.')).toBeVisible()
  expect(again.field).toHaveValue('Xe màu đỏ.')
  await press('Gửi thêm')
  await expect.poll(() => again.field).toHaveValue('')
  const messages = screen.getByRole('region', { name: 'Trao đổi' })
  expect(within(messages).getAllByRole('listitem')).toHaveLength(1)
  await expect.poll(() => kept(host)).toBe('')
})

test('"Thoát nhanh" throws away what was written under a tip', async () => {
  const host = createFakeHost()
  show(host)
  await type(await sendTip())
  await userEvent.click(await screen.findByRole('textbox', { name: /^Điều bạn muốn nói thêm/ }))
  await userEvent.paste('Xe màu đỏ.')
  await expect.poll(() => kept(host)).toContain('đỏ')
  await press('Thoát nhanh')
  await expect.poll(() => kept(host)).toBe('')
})

test('more pictures go to the tip at once, are counted, and stay on the server when the page is left', async () => {
  await standInCanvas()
  const code = await sendTip()
  const { unmount } = show()
  await type(code)
  const field = await screen.findByLabelText('Gửi thêm ảnh, video hoặc PDF')
  expect(screen.getByText('Chưa có tệp nào.')).toBeVisible()
  await userEvent.upload(field, [photo('một.jpg'), new File(['PK\x03\x04'], 'nén.zip')], {
    applyAccept: false,
  })
  expect(await screen.findByText(/^nén.zip: Tệp nén/)).toBeVisible()
  // The thread that cleans files takes its time to begin on a busy machine.
  expect(await screen.findByText('Đã nhận đủ 1 tệp.', {}, { timeout: 40_000 })).toBeVisible()
  expect(screen.queryByText('Chưa có tệp nào.')).toBeNull()
  unmount()
  show()
  await type(code)
  expect(await screen.findByText('Đã nhận 1 tệp.')).toBeVisible()
  expect(screen.queryByText(/một.jpg/)).toBeNull()
})

test('an unknown code says so, and what was typed stays', async () => {
  const code = await sendTip()
  await portal.empty()
  show()
  await type(code)
  expect(await screen.findByText('Không tìm thấy tin với mã này')).toBeVisible()
  expect(screen.getByRole('textbox', { name: 'Mã tin báo' })).toHaveValue(code)
})

test('a code kept on this phone shows its public half only, opens its tip and can be removed', async () => {
  const code = await sendTip()
  const host = createFakeHost()
  setHost(host)
  await saveReceipt(code)
  const { container } = show(host)
  const row = await screen.findByText(`${code.slice(0, 5)}…`)
  expect(container).not.toHaveTextContent(code.slice(6))
  await press(/^Xóa mã/)
  await expect.poll(() => row.isConnected).toBe(false)
  expect(screen.getByText('Không còn mã nào trên máy này.')).toBeVisible()
  await expect.poll(() => screen.getByRole('heading', { name: 'Mã giữ trên máy này' })).toHaveFocus()
  expect(await host.storage.get('tip-receipts')).toBeUndefined()
})

test('"Thoát nhanh" leaves the thread for an ordinary page', async () => {
  const code = await sendTip()
  const { path } = show()
  await type(code)
  await screen.findByRole('heading', { name: `Tin ${code.slice(0, 5)}` })
  await press('Thoát nhanh')
  expect(path()).toBe('/news')
})
