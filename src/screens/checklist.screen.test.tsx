import { act, fireEvent, screen, within } from '@testing-library/react'
import { Route, Routes } from 'react-router-dom'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { useChecklists } from '#src/features/checklist/checklists.store.ts'
import { setApiFetch } from '#src/lib/api.ts'
import { removeAllCopies } from '#src/lib/copies.ts'
import { resetResources } from '#src/lib/resource-store.ts'
import { removeAllStored } from '#src/lib/storage.ts'
import { offline } from '#src/testing/networks.ts'
import { renderScreen } from '#src/testing/render-screen.tsx'
import { startPortal } from '#src/testing/start-portal.ts'
import { createFakeHost, type FakeHost } from '#src/zalo/fake-host.ts'
import { ChecklistScreen } from './checklist.screen.tsx'
import { ChecklistsScreen } from './checklists.screen.tsx'
import { GuideChecklistScreen } from './guide-checklist.screen.tsx'

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
  useChecklists.setState(useChecklists.getInitialState(), true)
  resetResources()
}

const screens = (
  <Routes>
    <Route path="/guides/:slug/checklist" element={<GuideChecklistScreen />} />
    <Route path="/checklists" element={<ChecklistsScreen />} />
    <Route path="/checklists/:id" element={<ChecklistScreen />} />
  </Routes>
)
const open = (path: string, host?: FakeHost) => renderScreen(screens, { path, ...(host && { host }) })
const exchange = '/guides/cap-doi-can-cuoc/checklist'
const title = 'Cấp đổi thẻ căn cước'
const opened = () => screen.findByRole('heading', { level: 2, name: title })
const region = (name: string) => within(screen.getByRole('region', { name }))

test('every guide has its list, and ticks are still there tomorrow', async () => {
  const { user, host, unmount } = open(exchange)
  await opened()
  await user.click(screen.getByRole('checkbox', { name: 'Thẻ đang dùng' }))
  expect(screen.getByText('Đã có 1/2. Bấm vào từng mục khi đã có.')).toBeVisible()
  unmount()
  forgetMemory()
  open(exchange, host)
  await opened()
  expect(screen.getByRole('checkbox', { name: 'Thẻ đang dùng' })).toBeChecked()
})

test('a kept list opens without network and without the copies of pages', async () => {
  const { user, host, unmount } = open(exchange)
  await opened()
  await user.click(screen.getByRole('checkbox', { name: 'Thẻ đang dùng' }))
  await user.click(screen.getByRole('button', { name: 'Giữ lại trên máy này' }))
  await user.click(await screen.findByRole('link', { name: 'Đã giữ, xem các danh sách' }))
  expect(await screen.findByText('Đã có 1/2 mục.')).toBeVisible()
  unmount()
  forgetMemory()
  removeAllCopies()
  setApiFetch(offline)

  const again = open('/checklists', host)
  await again.user.click(await screen.findByRole('link', { name: title }))
  await opened()
  expect(screen.getByRole('checkbox', { name: 'Thẻ đang dùng' })).toBeChecked()
  expect(region('Lệ phí').getByText('25.000 đồng')).toBeVisible()
  expect(await screen.findByText(/Bản giữ trên máy/)).toBeVisible()
  // The address says nothing about the person.
  expect(again.path()).toMatch(/^\/checklists\/[0-9a-f-]{36}$/)
})

test('a kept list is told apart by answers that speak for themselves', async () => {
  const { user } = open(`${exchange}#het-han.can-cuoc.tuoi-40.dung.truc-tiep`)
  await opened()
  await user.click(screen.getByRole('button', { name: 'Giữ lại trên máy này' }))
  await user.click(await screen.findByRole('link', { name: 'Đã giữ, xem các danh sách' }))
  expect(
    await screen.findByText('Thẻ hết hạn, đến tuổi đổi, Thẻ căn cước, Đủ 40 tuổi, Đến trực tiếp'),
  ).toBeVisible()
})

test('kept in November, opened in January, it names the fee of January', async () => {
  const { user, host, unmount } = open(exchange)
  await opened()
  await user.click(screen.getByRole('button', { name: 'Giữ lại trên máy này' }))
  unmount()
  forgetMemory()
  setApiFetch(offline)
  vi.setSystemTime(new Date('2027-01-04T03:00:00Z'))
  const again = open('/checklists', host)
  await again.user.click(await screen.findByRole('link', { name: title }))
  await opened()
  expect(region('Lệ phí').getByText('50.000 đồng')).toBeVisible()
})

test('a list that is removed is gone', async () => {
  const { user } = open(exchange)
  await opened()
  await user.click(screen.getByRole('button', { name: 'Giữ lại trên máy này' }))
  await user.click(await screen.findByRole('link', { name: 'Đã giữ, xem các danh sách' }))
  await user.click(await screen.findByRole('button', { name: `Xóa danh sách: ${title}` }))
  expect(await screen.findByText('Chưa giữ danh sách nào')).toBeVisible()
})

test('a kept list of a procedure that has been abolished meanwhile says so and what to do instead', async () => {
  const { user, host, unmount } = open(exchange)
  await opened()
  await user.click(screen.getByRole('button', { name: 'Giữ lại trên máy này' }))
  unmount()
  forgetMemory()
  const instead = 'Hãy dùng mã QR trên thẻ.'
  setApiFetch(async (input, init) => {
    const answer = await portal.fetch(input, init)
    const body = (await answer.clone().json()) as { slug?: string }
    if (body.slug !== 'cap-doi-can-cuoc') return answer
    const abolished = { on: '2026-11-20', instead, insteadSlug: null }
    return Response.json({ ...body, abolished })
  })
  const again = open('/checklists', host)
  await again.user.click(await screen.findByRole('link', { name: title }))
  expect(await screen.findByText('Đã bãi bỏ từ thứ Sáu, 20/11/2026')).toBeVisible()
  expect(screen.getByText(instead)).toBeVisible()
  expect(screen.queryByRole('region', { name: 'Cần mang theo' })).not.toBeInTheDocument()
})

test('a kept list whose words have run out is under review, also without network', async () => {
  const { user, host, unmount } = open(exchange)
  await opened()
  await user.click(screen.getByRole('button', { name: 'Giữ lại trên máy này' }))
  unmount()
  forgetMemory()
  const [kept] = JSON.parse((await host.storage.get('checklists')) ?? '') as { checklist: object }[]
  const over = {
    ...kept,
    checklist: { ...kept!.checklist, validUntil: '2026-11-22', recheckBy: '2027-05-01' },
  }
  await host.storage.set('checklists', JSON.stringify([over]))
  setApiFetch(offline)
  removeAllCopies()
  const again = open('/checklists', host)
  await again.user.click(await screen.findByRole('link', { name: title }))
  await opened()
  expect(screen.getByText(/^Nội dung đang được rà soát/)).toBeVisible()
})

test('clearing the phone takes the lists along, also those in memory', async () => {
  const { user, host } = open(exchange)
  await opened()
  await user.click(screen.getByRole('button', { name: 'Giữ lại trên máy này' }))
  await screen.findByRole('link', { name: 'Đã giữ, xem các danh sách' })
  await act(() => removeAllStored())
  expect(screen.getByRole('button', { name: 'Giữ lại trên máy này' })).toBeVisible()
  expect(await host.storage.get('checklists')).toBeUndefined()
})

test('an address of another phone says that nothing is there', async () => {
  open('/checklists/0b7c1c5e-0000-4000-8000-000000000000')
  expect(await screen.findByText('Danh sách này không còn trên máy')).toBeVisible()
})

test('a link carries the options in its fragment and opens the same outcome', async () => {
  const shared = '/guides/cap-lai-can-cuoc/checklist#mat.tre-em.truc-tiep'
  const { user, host } = open(shared)
  await screen.findByText('Của trẻ em')
  expect(region('Lệ phí').getByText('Không thu tiền')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Gửi cho người thân' }))
  const path = '/guides/cap-lai-can-cuoc/checklist?from=share#mat.tre-em.truc-tiep'
  expect(host.calls).toEqual([{ method: 'share', args: [expect.objectContaining({ path })] }])
})

test.for(['#mat', '#khong.co', '#giay-cu.cmnd.dung'])(
  'a link with %s, which leads elsewhere or nowhere, opens the general list',
  async (fragment) => {
    open(`/guides/cap-doi-can-cuoc/checklist${fragment}`)
    await opened()
    expect(screen.getByRole('link', { name: 'Không chắc? Trả lời vài câu' })).toBeVisible()
  },
)

test('a day can be picked, closed days say why, and both days go into the calendar', async () => {
  const { user, host } = open(exchange)
  await opened()
  const day = screen.getByLabelText('Ngày đi')
  // The 24th is a holiday.
  expect(day).toHaveValue('2026-11-25')
  fireEvent.change(day, { target: { value: '2026-11-24' } })
  expect(screen.getByText(/Ngày này nghỉ: Ngày Văn hóa Việt Nam/)).toBeVisible()
  expect(day).toBeInvalid()
  expect(screen.queryByRole('button', { name: 'Thêm ngày đi vào lịch' })).not.toBeInTheDocument()

  fireEvent.change(day, { target: { value: '2026-11-26' } })
  await user.click(screen.getByRole('button', { name: 'Thêm ngày đi vào lịch' }))
  await user.click(screen.getByRole('button', { name: 'Thêm ngày có kết quả vào lịch' }))
  const files = host.calls.map(({ args }) => args)
  expect(files).toEqual([
    ['ngay-di-2026-11-26.ics', 'text/calendar', expect.stringContaining('DTSTART;VALUE=DATE:20261126')],
    [
      'ngay-co-ket-qua-2026-12-07.ics',
      'text/calendar',
      expect.stringContaining('DTSTART;VALUE=DATE:20261207'),
    ],
  ])
})

test('on a holiday the counter is closed and the next working day counts', async () => {
  vi.setSystemTime(new Date('2026-11-24T03:00:00Z'))
  open(exchange)
  await opened()
  expect(screen.getByText('Nghỉ: Ngày Văn hóa Việt Nam.')).toBeVisible()
  expect(screen.getByText('Nếu nộp đủ thứ Tư, 25/11/2026, chậm nhất')).toBeVisible()
  expect(screen.queryByText('Nếu nộp đủ hồ sơ hôm nay, chậm nhất')).not.toBeInTheDocument()
})

test('inside Zalo there is no paper and no file: the day can be copied', async () => {
  const host = createFakeHost({ hasFilesAndPaper: false })
  const { user } = open(exchange, host)
  await opened()
  expect(screen.queryByRole('button', { name: 'In ra giấy' })).not.toBeInTheDocument()
  const [copy] = screen.getAllByRole('button', { name: 'Sao chép ngày này' })
  await user.click(copy!)
  expect(host.calls).toEqual([{ method: 'copyText', args: ['thứ Tư, 25/11/2026'] }])
})

test('for a procedure that was abolished there is no list, but what to do instead', async () => {
  open('/guides/xac-nhan-so-chung-minh-nhan-dan/checklist')
  expect(await screen.findByText(/^Đã bãi bỏ từ/)).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Giữ lại trên máy này' })).toBeNull()
})

test('it is printed from a browser', async () => {
  const { user, host } = open(exchange)
  await opened()
  await user.click(screen.getByRole('button', { name: 'In ra giấy' }))
  expect(host.calls).toEqual([{ method: 'print', args: [] }])
  expect(screen.getByText(/^In thứ Hai, 23\/11\/2026\. Nội dung được kiểm tra/)).toBeInTheDocument()
})

test('a phone that keeps nothing says so', async () => {
  const host = createFakeHost()
  host.fillStorage()
  const { user } = open(exchange, host)
  await opened()
  await user.click(screen.getByRole('button', { name: 'Giữ lại trên máy này' }))
  expect(await screen.findByText('Máy không lưu được. Bạn lưu thành ảnh.')).toBeVisible()
})
