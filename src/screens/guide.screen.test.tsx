import { screen, within } from '@testing-library/react'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { setApiFetch } from '#src/lib/api.ts'
import { silent } from '#src/testing/networks.ts'
import { renderScreen } from '#src/testing/render-screen.tsx'
import { startPortal } from '#src/testing/start-portal.ts'
import { GuideScreen } from './guide.screen.tsx'

// The day decides fees and reviews, so the server lives on a day of our choice.
let today = ''
let portal: Awaited<ReturnType<typeof startPortal>>
beforeAll(async () => void (portal = await startPortal({ clock: () => new Date(`${today}T03:00:00Z`) })))
beforeEach(() => {
  today = '2026-11-23'
  portal.connect()
})
afterAll(() => portal.close())

const open = (slug: string) =>
  renderScreen(<GuideScreen />, { path: `/guides/${slug}`, route: '/guides/:slug' })
const region = (name: string) => within(screen.getByRole('region', { name }))

test('one look answers: for whom, what to bring, what happens, where, how long, how much', async () => {
  open('cap-doi-can-cuoc')
  expect(await screen.findByRole('heading', { level: 1, name: 'Cấp đổi thẻ căn cước' })).toBeVisible()
  expect(document.title).toBe('Cấp đổi thẻ căn cước')
  expect(screen.getByText('Tối đa 7 ngày làm việc')).toBeVisible()
  expect(region('Các bước').getAllByRole('listitem').length).toBeGreaterThan(3)
  expect(region('Nơi làm').getAllByRole('listitem').length).toBeGreaterThan(1)
  expect(region('Cần mang theo').getByText(/đã có trong VNeID/)).toBeVisible()
  const order = screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)
  expect(order.indexOf('Cần mang theo')).toBeLessThan(order.indexOf('Lệ phí hôm nay'))
})

test('what all must bring comes first, what some must bring says in which case', async () => {
  open('cap-doi-can-cuoc')
  const items = within(await screen.findByRole('region', { name: 'Cần mang theo' })).getAllByRole('listitem')
  expect(items[0]).toHaveTextContent('Thẻ đang dùng')
  expect(items[1]).toHaveTextContent('Chỉ xuất trình khi cơ quan không khai thác được dữ liệu')
})

test('the fee is of today, with its reason, its exceptions and its next change', async () => {
  open('cap-can-cuoc-tu-14-tuoi')
  const fees = within(await screen.findByRole('region', { name: 'Lệ phí hôm nay' }))
  expect(fees.getByText('15.000 đồng')).toBeVisible()
  expect(fees.getByText('Giảm 50% đến hết ngày 31/12/2026.')).toBeVisible()
  expect(fees.getByText('Từ thứ Sáu, 01/01/2027: 30.000 đồng.')).toBeVisible()
  expect(fees.getByText('Người cao tuổi')).toBeVisible()
})

test('on the next day of change the fee is the new one', async () => {
  today = '2027-01-01'
  open('cap-can-cuoc-tu-14-tuoi')
  const fees = within(await screen.findByRole('region', { name: 'Lệ phí hôm nay' }))
  expect(fees.getByText('30.000 đồng')).toBeVisible()
  expect(fees.queryByText('15.000 đồng')).not.toBeInTheDocument()
})

test('old cards, birth years, law, sources and dates are there', async () => {
  open('cap-doi-can-cuoc')
  const cards = within(await screen.findByRole('region', { name: 'Giấy tờ cũ còn dùng được không?' }))
  expect(cards.getByText('Không còn dùng được')).toBeVisible()
  expect(cards.getAllByText('Còn dùng được').length).toBeGreaterThan(1)
  expect(region('Năm nay ai đến tuổi làm hoặc đổi thẻ?').getByText('Sinh năm 1966')).toBeVisible()
  const law = region('Căn cứ pháp luật')
  expect(law.getByText(/Luật Căn cước 26\/2023\/QH15/)).toBeVisible()
  expect(law.getByText('Nguồn tham khảo')).toBeVisible()
  expect(law.getByText(/Nội dung được kiểm tra thứ Hai, 23\/11\/2026/)).toBeVisible()
})

test('past its re-check date it says that it is under review', async () => {
  today = '2027-06-01'
  open('cap-doi-can-cuoc')
  expect(
    await screen.findByText('Nội dung đang được rà soát, vui lòng hỏi trực ban trước khi đi.'),
  ).toBeVisible()
})

test('an abolished procedure says since when and what to do instead', async () => {
  const { user, path } = open('xac-nhan-so-chung-minh-nhan-dan')
  expect(await screen.findByText('Đã bãi bỏ từ thứ Năm, 26/03/2026')).toBeVisible()
  await user.click(screen.getByRole('link', { name: 'Xem thủ tục thay thế' }))
  expect(path()).toBe('/guides/dieu-chinh-thong-tin-dan-cu')
})

test('what another office decides is said before anything else', async () => {
  open('ho-chieu-pho-thong')
  expect(await screen.findByText('Ứng dụng chỉ hướng dẫn thủ tục này')).toBeVisible()
  expect(screen.getByText(/^Nơi giải quyết: Phòng Quản lý xuất nhập cảnh/)).toBeVisible()
})

test('forms, numbers to ask and neighbouring procedures are within reach', async () => {
  const { user, host, path } = open('dang-ky-thuong-tru')
  const forms = within(await screen.findByRole('region', { name: 'Mẫu giấy tờ thường gặp' }))
  expect(forms.getByRole('link', { name: /^CT01/ })).toHaveAttribute('href', '/forms#ct01')
  await user.click(region('Hỏi thêm').getByRole('link', { name: /1800 1096$/ }))
  expect(host.calls).toEqual([{ method: 'callPhone', args: ['18001096'] }])
  await user.click(region('Thủ tục liên quan').getByRole('link', { name: 'Tách hộ' }))
  expect(path()).toBe('/guides/tach-ho')
})

test('it can be sent to the family', async () => {
  const { user, host } = open('cap-doi-can-cuoc')
  await user.click(await screen.findByRole('button', { name: 'Gửi cho người thân' }))
  expect(host.calls).toEqual([
    { method: 'share', args: [expect.objectContaining({ path: '/guides/cap-doi-can-cuoc?from=share' })] },
  ])
})

test('a jump leads to the fees', async () => {
  Element.prototype.scrollIntoView = vi.fn()
  const { user } = open('cap-doi-can-cuoc')
  await user.click(await screen.findByRole('link', { name: 'Lệ phí' }))
  expect(screen.getByRole('heading', { name: 'Lệ phí hôm nay' })).toHaveFocus()
})

test.for(['khong-co', 'Sai_Dạng'])('the address %s leads to no guide, but to the list', async (slug) => {
  open(slug)
  expect(await screen.findByRole('alert')).toHaveTextContent('Không tìm thấy')
  expect(screen.getByRole('link', { name: 'Xem tất cả thủ tục' })).toHaveAttribute('href', '/guides')
  expect(screen.queryByRole('button', { name: 'Thử lại' })).not.toBeInTheDocument()
})

test('while loading it says so', () => {
  setApiFetch(silent)
  open('cap-doi-can-cuoc')
  expect(screen.getByRole('status')).toHaveTextContent('Đang tải…')
})
