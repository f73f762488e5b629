import { screen, waitFor, within } from '@testing-library/react'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { setApiFetch } from '#src/lib/api.ts'
import { offline, silent } from '#src/testing/networks.ts'
import { renderScreen } from '#src/testing/render-screen.tsx'
import { startPortal } from '#src/testing/start-portal.ts'
import { FormsScreen } from './forms.screen.tsx'

let today = ''
let portal: Awaited<ReturnType<typeof startPortal>>
beforeAll(async () => void (portal = await startPortal({ clock: () => new Date(`${today}T03:00:00Z`) })))
beforeEach(() => {
  today = '2026-11-23'
  portal.connect()
})
afterAll(() => portal.close())

const form = (name: RegExp) => screen.findByRole('region', { name })

test('a form says what it is for, who fills it in, where to get it and where we know it from', async () => {
  renderScreen(<FormsScreen />)
  const receipt = within(await form(/^CC02/))
  expect(receipt.getByText(/^Ghi ngày hẹn trả thẻ/)).toBeVisible()
  expect(receipt.getByText('Cán bộ')).toBeVisible()
  expect(receipt.getByText(/bản giấy hoặc bản điện tử/)).toBeVisible()
  expect(receipt.getByText(/Nguồn: Thông tư 17\/2024\/TT-BCA.*Kiểm tra thứ Hai, 23\/11\/2026/)).toBeVisible()
})

test('where nobody has confirmed it, one is told whom to ask', async () => {
  renderScreen(<FormsScreen />)
  expect(within(await form(/^DC01/)).getByText('Bạn hãy hỏi nơi nộp hồ sơ.')).toBeVisible()
})

test('the residence form says what to have at hand, in its own order', async () => {
  const { user } = renderScreen(<FormsScreen />)
  const residence = within(await form(/^CT01/))
  await user.click(residence.getByText('Cần chuẩn bị để điền'))
  const fields = residence.getAllByRole('listitem').map((field) => field.textContent)
  expect(fields[1]).toBe('Họ, chữ đệm và tên khai sinh')
  expect(fields[4]).toBe('Số định danh cá nhân, đủ 12 số')
  expect(fields.at(-1)).toMatch(/^Các ô ký:/)
})

test('an address with a name leads to that form', async () => {
  Element.prototype.scrollIntoView = vi.fn()
  renderScreen(<FormsScreen />, { path: '/forms#ct01' })
  await waitFor(() => expect(screen.getByRole('heading', { name: /^CT01/ })).toHaveFocus())
})

test('past its re-check every form says that it is under review', async () => {
  today = '2027-02-22'
  renderScreen(<FormsScreen />)
  await form(/^CT01/)
  const banners = screen.getAllByText('Nội dung đang được rà soát, vui lòng hỏi trực ban trước khi đi.')
  expect(banners).toHaveLength(screen.getAllByRole('region').length)
})

test('a copy on the phone that has outlived its day says so too', async () => {
  // Only the phone has reached that day: what it holds was right when the server gave it.
  vi.useFakeTimers({ now: new Date('2027-02-22T03:00:00Z'), toFake: ['Date'] })
  try {
    renderScreen(<FormsScreen />)
    await form(/^CT01/)
    expect(screen.getAllByText(/^Nội dung đang được rà soát/).length).toBeGreaterThan(0)
  } finally {
    vi.useRealTimers()
  }
})

test('while loading it says so', () => {
  setApiFetch(silent)
  renderScreen(<FormsScreen />)
  expect(screen.getByRole('status')).toHaveTextContent('Đang tải…')
})

test('a failed visit can be tried again', async () => {
  setApiFetch(offline)
  const { user } = renderScreen(<FormsScreen />)
  expect(await screen.findByRole('alert')).toHaveTextContent('Chưa có kết nối mạng')
  portal.connect()
  await user.click(screen.getByRole('button', { name: 'Thử lại' }))
  expect(await form(/^CT01/)).toBeVisible()
})
