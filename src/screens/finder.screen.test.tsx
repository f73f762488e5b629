import { screen, within } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { useChecklists } from '#src/features/checklist/checklists.store.ts'
import { useFinder } from '#src/features/finder/finder.store.ts'
import { setApiFetch } from '#src/lib/api.ts'
import { resetResources } from '#src/lib/resource-store.ts'
import { offline, silent } from '#src/testing/networks.ts'
import { renderScreen } from '#src/testing/render-screen.tsx'
import { startPortal } from '#src/testing/start-portal.ts'
import type { FakeHost } from '#src/zalo/fake-host.ts'
import { FinderScreen } from './finder.screen.tsx'

const now = () => new Date('2026-11-23T03:00:00Z')
let portal: Awaited<ReturnType<typeof startPortal>>
beforeAll(async () => void (portal = await startPortal({ clock: now })))
afterAll(() => portal.close())
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: now() })
  portal.connect()
})
afterEach(() => {
  vi.useRealTimers()
  forgetMemory()
})

function forgetMemory() {
  useFinder.setState(useFinder.getInitialState(), true)
  useChecklists.setState(useChecklists.getInitialState(), true)
  resetResources()
}

const open = (host?: FakeHost) =>
  renderScreen(<FinderScreen />, { path: '/guides/finder', route: '/guides/finder', ...(host && { host }) })
const question = (name: string) => screen.findByRole('heading', { level: 2, name })
const region = (name: string) => within(screen.getByRole('region', { name }))

async function answer(user: ReturnType<typeof open>['user'], ...labels: string[]) {
  for (const name of labels) await user.click(await screen.findByRole('button', { name }))
}

const lost = ['Thẻ bị mất', 'Của tôi', 'Đến trực tiếp']
const reissue = 'Cấp lại thẻ căn cước bị mất hoặc hỏng'

test('three answers lead to what, where, when open, how long and how much for this person', async () => {
  const { user } = open()
  await question('Bạn cần làm việc gì?')
  expect(screen.getByText('Câu 1/5')).toBeVisible()
  await answer(user, ...lost)

  const heading = await question(reissue)
  await expect.poll(() => heading).toHaveFocus()
  expect(screen.getByText('Đến trực tiếp', { selector: 'dd' })).toBeVisible()
  // Comes with the unit's calendar, in an answer of its own.
  expect(await screen.findByText('thứ Năm, 03/12/2026')).toBeVisible()
  expect(region('Cần mang theo').getByText(/Không có giấy tờ nào/)).toBeVisible()
  expect(region('Nơi làm và giờ mở cửa').getByText(/Giờ hành chính từ thứ Hai đến thứ Sáu/)).toBeVisible()
  expect(region('Nơi làm và giờ mở cửa').queryByText(/Cổng Dịch vụ công/)).not.toBeInTheDocument()
  const fees = region('Lệ phí')
  expect(fees.getByText('35.000 đồng')).toBeVisible()
  expect(fees.getByText('Từ thứ Sáu, 01/01/2027: 70.000 đồng.')).toBeVisible()
  expect(region('Năm nay ai đến tuổi làm hoặc đổi thẻ?').getByText('Sinh năm 2001')).toBeVisible()
})

test('progress counts what is left at most, and focus goes to each question', async () => {
  const { user } = open()
  await answer(user, 'Thẻ bị mất')
  const heading = await question('Thẻ bị mất là của ai?')
  await expect.poll(() => heading).toHaveFocus()
  expect(screen.getByText('Câu 2/3')).toBeVisible()
})

test('a card that reaches an age shows who was born when', async () => {
  const { user } = open()
  await answer(user, 'Thẻ hết hạn, đến tuổi đổi', 'Thẻ căn cước')
  const option = await screen.findByRole('button', { name: 'Đủ 40 tuổi' })
  expect(option).toHaveAccessibleDescription('Năm nay là người sinh năm 1986.')
})

test.for([
  ['Đủ 60 tuổi', 'Không thu tiền'],
  ['Đủ 14 tuổi', 'Không thu tiền'],
  ['Đủ 40 tuổi', '25.000 đồng'],
] as const)('%s: %s, and nothing new to prove when the data are right', async ([age, amount]) => {
  const { user } = open()
  await answer(user, 'Thẻ hết hạn, đến tuổi đổi', 'Thẻ căn cước', age, 'Đúng', 'Đến trực tiếp')
  await question('Cấp đổi thẻ căn cước')
  expect(region('Lệ phí').getByText(amount)).toBeVisible()
  expect(region('Cần mang theo').getByText('Thẻ đang dùng')).toBeVisible()
  expect(screen.queryByText(/Giấy tờ chứng minh thông tin mới/)).not.toBeInTheDocument()
})

test('who needs something else finds the way to all guides on the first question only', async () => {
  const { user, path } = open()
  await answer(user, 'Thẻ bị mất')
  await question('Thẻ bị mất là của ai?')
  const other = { name: 'Việc khác: xem tất cả thủ tục' }
  expect(screen.queryByRole('link', other)).not.toBeInTheDocument()
  await answer(user, 'Câu trước')
  await user.click(await screen.findByRole('link', other))
  expect(path()).toBe('/guides')
})

test('one tap that a phone sends twice is one answer', async () => {
  const { user } = open()
  await user.dblClick(await screen.findByRole('button', { name: 'Thẻ bị mất' }))
  await question('Thẻ bị mất là của ai?')
  await answer(user, 'Câu trước')
  await question('Bạn cần làm việc gì?')
})

test('back returns to the answer before, which is still marked', async () => {
  const { user } = open()
  await answer(user, 'Thẻ bị mất', 'Của trẻ em')
  await answer(user, 'Câu trước')
  await question('Thẻ bị mất là của ai?')
  expect(screen.getByRole('button', { name: 'Của trẻ em' })).toHaveAttribute('aria-pressed', 'true')
  await user.click(screen.getByRole('button', { name: 'Quay lại' }))
  await question('Bạn cần làm việc gì?')
})

test('an answer changed later goes straight back to the end when the rest still holds', async () => {
  const { user } = open()
  await answer(user, ...lost)
  await question(reissue)
  await answer(user, 'Sửa câu trả lời: Thẻ bị mất là của ai?', 'Của trẻ em')
  await question(reissue)
  expect(region('Lệ phí').getByText('Không thu tiền')).toBeVisible()
  expect(region('Bạn đã trả lời').getByText('Của trẻ em')).toBeVisible()
})

test('an answer that leads elsewhere takes the old branch away', async () => {
  const { user } = open()
  await answer(user, ...lost)
  await question(reissue)
  await answer(user, 'Sửa câu trả lời: Bạn cần làm việc gì?', 'Tài khoản VNeID')
  await question('Bạn cần việc gì về VNeID?')
  expect(region('Bạn đã trả lời').queryByText('Của tôi')).not.toBeInTheDocument()
  await answer(user, 'Sửa câu trả lời: Bạn cần làm việc gì?', 'Thẻ bị mất')
  await question('Thẻ bị mất là của ai?')
})

test('each press of back leads to the question before, also after an earlier answer was changed', async () => {
  const { user } = open()
  await answer(user, ...lost)
  await question(reissue)
  await answer(user, 'Sửa câu trả lời: Thẻ bị mất là của ai?', 'Của trẻ em')
  await question(reissue)
  for (const name of ['Bạn muốn nộp hồ sơ cách nào?', 'Thẻ bị mất là của ai?', 'Bạn cần làm việc gì?']) {
    await user.click(screen.getByRole('button', { name: 'Quay lại' }))
    await question(name)
  }
})

test('back from an answer that one did not change after all leads to the end again', async () => {
  const { user } = open()
  await answer(user, ...lost)
  await question(reissue)
  await answer(user, 'Sửa câu trả lời: Thẻ bị mất là của ai?')
  await question('Thẻ bị mất là của ai?')
  await user.click(screen.getByRole('button', { name: 'Quay lại' }))
  await question(reissue)
})

test('starting again leaves nothing to go back through', async () => {
  const { user, path } = open()
  await answer(user, ...lost)
  await question(reissue)
  await answer(user, 'Trả lời lại từ đầu')
  await question('Bạn cần làm việc gì?')
  await user.click(screen.getByRole('button', { name: 'Quay lại' }))
  await expect.poll(path).not.toBe('/guides/finder')
})

test('a reload keeps the answers, and starting again forgets them', async () => {
  const { user, host, unmount } = open()
  await answer(user, ...lost)
  await question(reissue)
  unmount()
  forgetMemory()

  const again = open(host)
  await question(reissue)
  await answer(again.user, 'Trả lời lại từ đầu')
  await question('Bạn cần làm việc gì?')
  again.unmount()
  forgetMemory()
  open(host)
  await question('Bạn cần làm việc gì?')
})

test('no answer leaves the phone', async () => {
  const sent: string[] = []
  setApiFetch((input, init) => {
    sent.push(`${init?.method} ${input as string} ${JSON.stringify(init?.body ?? '')}`)
    return portal.fetch(input, init)
  })
  const { user, path } = open()
  await answer(user, 'Thẻ bị mất', 'Của trẻ em', 'Đến trực tiếp')
  await question(reissue)
  await answer(user, 'Giữ lại trên máy này')
  expect(new Set(sent)).toEqual(
    new Set(['GET /api/finder ""', 'GET /api/unit ""', 'GET /api/guides/cap-lai-can-cuoc ""']),
  )
  // Nor may it stand in the address, which a reload would send.
  expect(path()).toBe('/guides/finder')
})

test('who is asked for a paper that is gone learns that first, and is sent to no counter', async () => {
  const { user } = open()
  await answer(user, 'Đổi giấy tờ cũ sang thẻ căn cước', 'Tôi bị đòi giấy xác nhận số CMND cũ')
  await question('Xác nhận số chứng minh nhân dân 9 số, số định danh cũ (đã bãi bỏ)')
  expect(screen.getByText('Đã bãi bỏ từ thứ Năm, 26/03/2026')).toBeVisible()
  expect(region('Lưu ý').getByText(/không được đòi giấy xác nhận/)).toBeVisible()
  expect(screen.queryByRole('region', { name: 'Cần mang theo' })).not.toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Giữ lại trên máy này' })).not.toBeInTheDocument()
})

test('what comes first is said first', async () => {
  const { user } = open()
  await answer(user, 'Làm thẻ lần đầu', 'Từ đủ 14 tuổi, chưa có thẻ bao giờ', 'Có, nhưng sai hoặc thiếu')
  expect(await screen.findByText(/^Làm trước: Điều chỉnh thông tin/)).toBeVisible()
  expect(screen.getByRole('link', { name: 'Xem việc làm trước' })).toHaveAttribute(
    'href',
    '/guides/dieu-chinh-thong-tin-dan-cu',
  )
})

test('once opened, the questions are there without any network', async () => {
  const first = open()
  await question('Bạn cần làm việc gì?')
  first.unmount()
  forgetMemory()
  setApiFetch(offline)
  open()
  await question('Bạn cần làm việc gì?')
})

test('while loading it says so', async () => {
  setApiFetch(silent)
  open()
  expect(await screen.findByText('Đang tải…')).toBeInTheDocument()
})
