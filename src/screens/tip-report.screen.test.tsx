import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router-dom'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { TipDraft } from '#contract/tips.ts'
import { useTip } from '#src/features/tips/tip.store.ts'
import { setApiFetch } from '#src/lib/api.ts'
import { setHost } from '#src/lib/host.ts'
import { renderScreen } from '#src/testing/render-screen.tsx'
import { noLimits } from '#server/tips/intake-limits.ts'
import { startPortal } from '#src/testing/start-portal.ts'
import { createFakeHost, type FakeHost } from '#src/zalo/fake-host.ts'
import { TipReportScreen } from './tip-report.screen.tsx'

// Long forms on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

let portal: Awaited<ReturnType<typeof startPortal>>
beforeAll(async () => void (portal = await startPortal({ intakeLimits: noLimits })))
beforeEach(() => portal.connect())
afterEach(async () => {
  vi.restoreAllMocks()
  useTip.setState(useTip.getInitialState(), true)
  await portal.empty()
})
afterAll(() => portal.close())

const text = 'Có hai người lạ cạy khóa xe trước cổng nhà trọ.'
const place = 'Cổng nhà trọ sau chợ.'
const time = 'Khoảng 21 giờ tối qua.'
const stillOpen = () => screen.findByRole('radio', { name: 'Khác' })
const textField = () => screen.getByRole('textbox', { name: /^Nội dung/ })
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

/** The app, opened on a phone; the same phone again is a restart. */
async function open(host: FakeHost = createFakeHost()) {
  useTip.setState(useTip.getInitialState(), true)
  setHost(host)
  const view = render(
    <MemoryRouter future={{ v7_startTransition: true, v7_relativeSplatPath: true }}>
      <TipReportScreen />
    </MemoryRouter>,
  )
  await screen.findByRole('button', { name: 'Thoát nhanh' })
  return { ...view, host }
}

/** At the end of what is there; pasted, because letter by letter takes a test long. */
async function write(field: HTMLElement, words: string) {
  await userEvent.click(field)
  await userEvent.paste(words)
}

async function fillIn() {
  await userEvent.click(await stillOpen())
  await write(textField(), text)
  await write(screen.getByRole('textbox', { name: /^Địa điểm/ }), place)
  await write(screen.getByRole('textbox', { name: /^Thời gian/ }), time)
  await userEvent.click(screen.getByRole('checkbox', { name: /^Tôi khai đúng/ }))
}

const storedTips = async () =>
  (await portal.db.query<{ n: number }>('select count(*)::int as n from tips'))[0]?.n
const kept = async (host: FakeHost) => (await host.storage.get('tip')) ?? ''

/** The server gets and stores it, the phone never hears of it. */
function loseAnswers(sent: TipDraft[] = []) {
  setApiFetch(async (path, init) => {
    const answer = await portal.fetch(path, init)
    if (init?.method !== 'POST') return answer
    sent.push(JSON.parse(init.body as string) as TipDraft)
    return new Response('', { status: 500 })
  })
}

test('emergency numbers stand above the form and need neither network nor the unit', async () => {
  setApiFetch(async () => new Response('', { status: 500 }))
  await open()
  const call = screen.getByRole('link', { name: /113/ })
  expect(call.compareDocumentPosition(await screen.findByRole('textbox', { name: /^Nội dung/ }))).toBe(
    Node.DOCUMENT_POSITION_FOLLOWING,
  )
  expect(call).toHaveAttribute('href', 'tel:113')
})

test('an anonymous tip arrives, without anything about its sender, and its code is shown', async () => {
  const sent: TipDraft[] = []
  setApiFetch((path, init) => {
    if (init?.method === 'POST') sent.push(JSON.parse(init.body as string) as TipDraft)
    return portal.fetch(path, init)
  })
  const { host } = await open()
  await fillIn()
  expect(screen.getByText(/Chúng tôi không lưu tài khoản Zalo, số điện thoại, địa chỉ mạng/)).toBeVisible()
  expect(screen.getByText(/^Tin ẩn danh có thể không được xử lý/)).toBeVisible()
  expect(screen.getByText(/^Cố ý báo tin sai có thể bị phạt tiền/)).toBeVisible()
  await press('Gửi tin báo')

  expect(await screen.findByRole('heading', { name: 'Đã nhận tin của bạn' })).toHaveFocus()
  expect(screen.getByText(/^Mã tin báo/).closest('p')).toHaveTextContent(/(?:[2-9A-Z]{5}-){3}[2-9A-Z]{5}$/)
  const [open5] = /[2-9A-Z]{5}(?=-)/.exec(screen.getByText(/^Mã tin báo/).closest('p')!.textContent)!
  expect(screen.getByText(/bạn chỉ đọc phần đầu/)).toHaveTextContent(
    `phần đầu: ${open5}. Phần còn lại là bí mật`,
  )
  expect(screen.getByText(/không thay giấy biên nhận/)).toBeVisible()
  expect(screen.getByText(/không thể gọi cho bạn/)).toBeVisible()
  expect(await storedTips()).toBe(1)
  expect(sent).toEqual([
    { clientKey: expect.any(String), category: 'khac', text, place, time, declaredTrue: true },
  ])
  expect(await kept(host)).not.toContain(text)
})

test('with a name: the contact goes along, and what is kept is said before', async () => {
  const { container } = await open()
  await fillIn()
  await userEvent.click(screen.getByRole('radio', { name: /^Cho biết tên/ }))
  expect(screen.getByText(/Chỉ được mở khi có yêu cầu bằng văn bản/)).toBeVisible()
  await userEvent.type(screen.getByRole('textbox', { name: /^Họ, chữ đệm và tên/ }), 'Nguyễn Thị Hoa')
  await userEvent.type(screen.getByRole('textbox', { name: /^Số điện thoại/ }), '0912 345 678')
  await press('Gửi tin báo')
  await screen.findByRole('heading', { name: 'Đã nhận tin của bạn' })
  expect(container).toHaveTextContent('Trong 3 ngày làm việc, bạn được báo việc tiếp nhận tin.')
  expect(await portal.db.query('select 1 from tip_contacts')).toHaveLength(1)
})

test('every missing answer is named, and the first has the focus', async () => {
  await open()
  const first = await screen.findByRole('radio', { name: 'Ma túy' })
  await userEvent.click(screen.getByRole('radio', { name: /^Cho biết tên/ }))
  await press('Gửi tin báo')
  expect(first).toHaveFocus()
  for (const words of ['Bạn chọn loại việc muốn báo.', 'Bạn viết rõ hơn, ít nhất 20 ký tự.']) {
    expect(screen.getByText(words)).toBeVisible()
  }
  expect(screen.getByRole('textbox', { name: /^Họ, chữ đệm/ })).toBeInvalid()
  expect(screen.getByRole('textbox', { name: /^Số điện thoại/ })).toBeInvalid()
  expect(screen.getByRole('checkbox', { name: /^Tôi khai đúng/ })).toBeInvalid()
  await userEvent.click(first)
  expect(screen.queryByText('Bạn chọn loại việc muốn báo.')).toBeNull()
  expect(await storedTips()).toBe(0)
})

test('a kind of tip that cannot wait says to call first, with a button for each number', async () => {
  await open()
  await userEvent.click(await screen.findByRole('radio', { name: /^Xâm hại/ }))
  const warning = screen.getByText('Nếu việc đang xảy ra, bạn gọi trước').closest('div')!
  const calls = within(warning).getAllByRole('link')
  expect(calls.map((link) => link.getAttribute('href'))).toEqual(['tel:113', 'tel:111'])
})

test('a wanted person is no event: one calls while one sees the person', async () => {
  await open()
  await userEvent.click(
    await screen.findByRole('radio', { name: /truy nã\s*Đang thấy người đó: gọi ngay 113\.$/ }),
  )
  const warning = screen.getByText('Nếu đang thấy người đó, bạn gọi trước').closest('div')!
  expect(within(warning).getByRole('link')).toHaveAttribute('href', 'tel:113')
})

test('complaints about officers are led to those above', async () => {
  await open()
  await userEvent.click(await screen.findByRole('checkbox', { name: /^Tin của tôi nói về cán bộ/ }))
  expect(screen.getByRole('link', { name: /Bộ Công an/ })).toHaveAttribute('href', 'tel:0901116789')
})

test('without the list of kinds one can write, is told what is missing, and can load it', async () => {
  setApiFetch(async () => new Response('', { status: 500 }))
  const { host } = await open()
  await write(await screen.findByRole('textbox', { name: /^Nội dung/ }), text)
  await press('Gửi tin báo')
  expect(screen.getByRole('group', { name: 'Loại việc' })).toHaveFocus()
  await waitFor(async () => expect(await kept(host)).toContain(text))
  portal.connect()
  await press('Thử lại')
  expect(await stillOpen()).toBeVisible()
  expect(textField()).toHaveValue(text)
})

test('a draft survives the end of the app, says so, and can be thrown away', async () => {
  const { host, unmount } = await open()
  await write(textField(), text)
  await waitFor(async () => expect(await kept(host)).toContain(text))
  expect(screen.getByText('Bản nháp được lưu trên máy này.')).toBeVisible()
  unmount()
  await open(host)
  expect(await screen.findByText('Đã khôi phục bản nháp')).toBeVisible()
  expect(textField()).toHaveValue(text)
  await userEvent.click(screen.getAllByRole('button', { name: 'Xóa bản nháp' })[0]!)
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Xóa' }))
  expect(textField()).toHaveValue('')
  await waitFor(async () => expect(await kept(host)).toBe(''))
})

test('what was typed a moment ago is saved when the app goes into the background', async () => {
  const { host } = await open()
  // So that no clock saves it.
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  fireEvent.change(textField(), { target: { value: 'Vừa' } })
  window.dispatchEvent(new Event('pagehide'))
  await expect.poll(() => kept(host)).toContain('Vừa')
  vi.useRealTimers()
})

test('a full phone is said in words', async () => {
  const { host } = await open()
  host.fillStorage()
  await write(textField(), 'a')
  expect(await screen.findByText('Bộ nhớ máy đã đầy, chưa lưu được bản nháp')).toBeVisible()
})

test('offline the tip stays and goes out with the same key when the network is back', async () => {
  const sent: TipDraft[] = []
  let connected = false
  setApiFetch(async (path, init) => {
    if (init?.method !== 'POST') return portal.fetch(path, init)
    sent.push(JSON.parse(init.body as string) as TipDraft)
    if (!connected) throw new TypeError('no network')
    return portal.fetch(path, init)
  })
  const { host } = await open()
  await fillIn()
  await press('Gửi tin báo')
  expect(screen.getByRole('button', { name: 'Đang gửi…' })).toBeVisible()
  expect(await screen.findByText('Chưa có kết nối mạng')).toBeVisible()
  expect(await kept(host)).toContain(text)
  connected = true
  window.dispatchEvent(new Event('online'))
  expect(await screen.findByRole('heading', { name: 'Đã nhận tin của bạn' })).toBeVisible()
  expect(new Set(sent.map(({ clientKey }) => clientKey)).size).toBe(1)
  expect(await storedTips()).toBe(1)
})

test('killed before the answer came, the tip is sent again to the letter and stored once', async () => {
  const sent: TipDraft[] = []
  loseAnswers(sent)
  const { host, unmount } = await open()
  await fillIn()
  await press('Gửi tin báo')
  await screen.findByRole('alert')
  unmount()
  portal.connect()
  await open(host)
  expect(await screen.findByText('Lần gửi trước chưa có trả lời')).toBeVisible()
  expect(screen.getByText(text)).toBeVisible()
  await press('Gửi lại')
  expect(await screen.findByRole('heading', { name: 'Đã nhận tin của bạn' })).toBeVisible()
  expect(await storedTips()).toBe(1)
})

test('changed after it had arrived: the code of the first, then the change as a tip of its own', async () => {
  loseAnswers()
  await open()
  await fillIn()
  await press('Gửi tin báo')
  await screen.findByRole('alert')
  portal.connect()
  await press('Sửa nội dung')
  expect(within(screen.getByRole('dialog')).getByText(/Bản cũ có thể đã đến nơi/)).toBeVisible()
  await press('Vẫn sửa')
  await write(textField(), ' Một người áo xanh.')
  await userEvent.click(screen.getByRole('checkbox', { name: /^Tôi khai đúng/ }))
  await press('Gửi tin báo')
  expect(await screen.findByRole('heading', { name: 'Tin này đã được nhận trước đó' })).toBeVisible()
  await press('Xem mã tin đã gửi')
  expect(await screen.findByRole('heading', { name: 'Đã nhận tin của bạn' })).toBeVisible()
  expect(await storedTips()).toBe(1)

  await press('Tôi đã lưu mã')
  expect(await screen.findByText('Phần bạn sửa chưa được gửi')).toBeVisible()
  expect(textField()).toHaveValue(`${text} Một người áo xanh.`)
})

test('the code is copied, saved as a picture, and stays until one says that it is kept', async () => {
  const drawing = { fillText: vi.fn(), fillRect: vi.fn() }
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(drawing as never)
  vi.spyOn(HTMLCanvasElement.prototype, 'toDataURL').mockReturnValue('data:image/png;base64,AA==')
  const { host, unmount } = await open()
  await fillIn()
  await press('Gửi tin báo')
  await screen.findByRole('heading', { name: 'Đã nhận tin của bạn' })
  await press('Sao chép mã')
  expect(await screen.findByText(/^Đã sao chép mã/)).toBeVisible()
  await press('Lưu thành ảnh')
  expect(await screen.findByText(/^Đã lưu ảnh/)).toBeVisible()
  expect(host.calls.map(({ method }) => method)).toEqual(['copyText', 'saveImage'])
  host.answer('saveImage', { kind: 'denied' })
  await press('Lưu thành ảnh')
  expect(await screen.findByText(/^Máy chưa lưu được ảnh/)).toBeVisible()

  unmount()
  await open(host)
  expect(await screen.findByRole('heading', { name: 'Đã nhận tin của bạn' })).toBeVisible()
  const leaving = new Event('beforeunload', { cancelable: true })
  window.dispatchEvent(leaving)
  expect(leaving.defaultPrevented).toBe(true)

  await press('Tôi đã lưu mã')
  expect(await screen.findByText(/^Nội dung tin không còn trên máy này/)).toBeVisible()
  await waitFor(async () => expect(await kept(host)).toBe(''))
})

test('"Thoát nhanh" goes to an ordinary page and leaves nothing behind', async () => {
  const { host, path } = renderScreen(<TipReportScreen />, { path: '/tips/new', route: '/tips/new' })
  await write(await screen.findByRole('textbox', { name: /^Nội dung/ }), text)
  await waitFor(async () => expect(await kept(host)).toContain(text))
  await press('Thoát nhanh')
  expect(path()).toBe('/news')
  await waitFor(async () => expect(await kept(host)).toBe(''))
  expect(JSON.stringify(useTip.getState())).not.toContain(text)
})
