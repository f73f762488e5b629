import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router-dom'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { addDays, dayOf, formatDayWithWeekday } from '#contract/day.ts'
import { insertApplication, type NewApplication } from '#server/applications/applications.repo.ts'
import { factorHash } from '#server/keys/factor-hash.ts'
import { startLookupAgain } from '#src/features/applications/lookup.store.ts'
import { setApiFetch } from '#src/lib/api.ts'
import { setHost } from '#src/lib/host.ts'
import { renderScreen } from '#src/testing/render-screen.tsx'
import { startPortal } from '#src/testing/start-portal.ts'
import { createFakeHost } from '#src/zalo/fake-host.ts'
import { ApplicationLookupScreen } from './application-lookup.screen.tsx'

let portal: Awaited<ReturnType<typeof startPortal>>
beforeAll(async () => void (portal = await startPortal()))
beforeEach(() => portal.connect())
afterEach(async () => {
  startLookupAgain()
  await portal.empty()
})
afterAll(() => portal.close())

const code = 'TD-261123'
const inDays = (count: number) => addDays(dayOf(new Date()), count)
const received = {
  status: 'received',
  at: '2026-11-20T01:30:00Z',
  note: null,
  promisedOn: inDays(3),
  reason: null,
} as const

function insert(more: Partial<NewApplication> = {}) {
  const application: NewApplication = {
    code,
    factorHash: factorHash(portal.keys.lookups, code, '1234'),
    procedure: 'Cấp lại thẻ căn cước',
    guideSlug: 'cap-lai-can-cuoc',
    pickUpPlace: 'Quầy căn cước',
    station: 'ben-cat',
    author: { source: 'demo' },
    demo: true,
    steps: [received],
    ...more,
  }
  return portal.db.tx((tx) => insertApplication(tx, application))
}

const open = (path = '/applications') => renderScreen(<ApplicationLookupScreen />, { path })
const codeField = () => screen.getByLabelText('Mã hồ sơ')
const factorField = () => screen.getByLabelText('Số kiểm tra')

async function lookUp(user: ReturnType<typeof open>['user'], typedCode: string, factor: string) {
  await user.clear(codeField())
  await user.type(codeField(), typedCode)
  await user.clear(factorField())
  await user.type(factorField(), factor)
  await user.click(screen.getByRole('button', { name: 'Tra hồ sơ' }))
}

test('the answer: status, what to do, promised day, place, history, and where the official one is', async () => {
  const note = 'Đang đối chiếu dữ liệu dân cư.'
  await insert({ steps: [received, { ...received, status: 'in_progress', note, promisedOn: null }] })
  const { user } = open()
  await lookUp(user, ' td-26 1123 ', '1234')

  expect(await screen.findByRole('heading', { name: 'Đang xử lý' })).toHaveFocus()
  expect(screen.getByText('Bạn chưa cần làm gì. Bạn chờ đến ngày hẹn.')).toBeVisible()
  expect(
    screen.getByText(new RegExp(formatDayWithWeekday(inDays(3)), 'i'), { selector: 'dd' }),
  ).toHaveTextContent(/còn \d ngày/)
  expect(screen.getByText('Quầy căn cước')).toBeVisible()
  const steps = screen.getAllByRole('listitem')
  expect(steps.map((step) => step.textContent)).toEqual([
    expect.stringContaining(note),
    expect.stringContaining('Đã tiếp nhận'),
  ])
  expect(screen.getByText(/^Kết quả chính thức xem trên VNeID/)).toBeVisible()
  expect(screen.getByText('Dữ liệu minh họa')).toBeVisible()
  const guide = screen.getByRole('link', { name: 'Xem hướng dẫn thủ tục này' })
  expect(guide).toHaveAttribute('href', '/guides/cap-lai-can-cuoc')
})

test('what is missing is said where one reads what to do', async () => {
  const note = 'Cần bản chụp giấy khai sinh rõ nét.'
  await insert({ steps: [received, { ...received, status: 'need_more', note, promisedOn: null }] })
  const { user } = open()
  await lookUp(user, code, '1234')
  expect(await screen.findByText('Bạn cần làm gì')).toBeVisible()
  expect(screen.getByRole('checkbox', { name: note })).toBeVisible()
})

test('once it is refused, no day is promised any more', async () => {
  await insert({ steps: [received, { ...received, status: 'rejected', promisedOn: null }] })
  const { user } = open()
  await lookUp(user, code, '1234')
  expect(await screen.findByRole('heading', { name: 'Từ chối giải quyết' })).toBeVisible()
  expect(screen.queryByText('Ngày hẹn trả')).toBeNull()
})

test('the code is remembered, the factor nowhere', async () => {
  await insert()
  const { user, host } = open()
  await lookUp(user, code, '1234')
  await screen.findByRole('heading', { name: 'Đã tiếp nhận' })
  await waitFor(async () => expect(await host.storage.get('application-code')).toBe(`"${code}"`))
  expect(JSON.stringify(localStorage)).not.toContain('1234')
})

test('the remembered code fills itself in and can be forgotten', async () => {
  const host = createFakeHost({ stored: { 'application-code': `"${code}"` } })
  setHost(host)
  render(
    <MemoryRouter future={{ v7_startTransition: true, v7_relativeSplatPath: true }}>
      <ApplicationLookupScreen />
    </MemoryRouter>,
  )
  const user = userEvent.setup()
  await waitFor(() => expect(codeField()).toHaveValue(code))
  await user.click(screen.getByRole('button', { name: 'Xóa mã đã nhớ' }))
  expect(codeField()).toHaveValue('')
  await waitFor(async () => expect(await host.storage.get('application-code')).toBeUndefined())
})

test('a list that knew no date and no hour: neither is made up', async () => {
  await insert({ steps: [{ ...received, at: '2026-11-19T17:00:00.000Z', promisedOn: null }] })
  const { user } = open()
  await lookUp(user, code, '1234')
  expect(await screen.findByText('Chưa có ngày hẹn')).toBeVisible()
  expect(screen.getByText(/Hồ sơ chưa có ngày hẹn trả/)).toBeVisible()
  expect(screen.queryByText(/giấy hẹn và chờ|00:00/)).toBeNull()
})

test('whom guessers have shut out is told that it may have been others, and what still opens', async () => {
  await insert()
  const { user } = open()
  for (let wrong = 0; wrong < 5; wrong += 1) {
    await lookUp(user, code, '123450')
    await screen.findByRole('alert')
  }
  await lookUp(user, code, '1234')
  const alert = await screen.findByText(/có thể không phải của bạn/)
  expect(alert).toHaveTextContent('Bạn thử lại sau 15 phút.')
  expect(screen.getByText(/Giấy hẹn có mã vuông thì bạn quét mã/)).toBeVisible()
})

test('an application that is late: an apology and whom to ask', async () => {
  await insert({ steps: [{ ...received, promisedOn: inDays(-2) }] })
  const { user } = open(`/applications?code=${code.toLowerCase()}`)
  expect(codeField()).toHaveValue(code)
  await user.type(factorField(), '1234')
  await user.click(screen.getByRole('button', { name: 'Tra hồ sơ' }))
  expect(await screen.findByText('Hồ sơ quá hẹn 2 ngày. Chúng tôi xin lỗi bạn.')).toBeVisible()
  expect(screen.getByText(/Bạn mang giấy hẹn đến quầy/)).toBeVisible()
  expect(screen.queryByText(/Bạn chờ đến ngày hẹn|giữ giấy hẹn và chờ/)).toBeNull()
})

test('a late application is called about when the duty desk has a number', async () => {
  await insert({ steps: [{ ...received, promisedOn: inDays(-1) }] })
  const unit = await portal.client.unit.get()
  if (!unit.ok) throw new Error('no unit')
  setApiFetch((path, init) =>
    (path as string).endsWith('/unit')
      ? Promise.resolve(Response.json({ ...unit.data, dutyPhone: '02743000113' }))
      : portal.fetch(path, init),
  )
  const { user } = open()
  await lookUp(user, code, '1234')
  const call = await screen.findByRole('link', { name: /^Gọi trực ban/ })
  expect(call).toHaveAttribute('href', 'tel:02743000113')
})

test('what is missing is named there, the first one has the focus, and a mark goes with its mistake', async () => {
  const { user } = open()
  await user.click(screen.getByRole('button', { name: 'Tra hồ sơ' }))
  expect(codeField()).toHaveFocus()
  expect(codeField()).toHaveAccessibleDescription(/Bạn nhập mã hồ sơ/)
  expect(factorField()).toBeInvalid()
  await user.type(codeField(), code)
  expect(codeField()).not.toBeInvalid()
  await user.type(factorField(), '12345')
  await user.click(screen.getByRole('button', { name: 'Tra hồ sơ' }))
  expect(factorField()).toHaveFocus()
  expect(factorField()).toHaveAccessibleDescription(/chỉ gồm 4 hoặc 6 chữ số/)
})

test('a wrong code and a wrong factor are answered in the same words', async () => {
  await insert()
  const { user } = open()
  await lookUp(user, 'TD-000000', '1234')
  const forCode = (await screen.findByRole('alert')).textContent
  await lookUp(user, code, '9999')
  await waitFor(() => expect(screen.getByRole('button', { name: 'Tra hồ sơ' })).toBeVisible())
  expect((await screen.findByRole('alert')).textContent).toBe(forCode)
  expect(forCode).toContain('Mã hồ sơ hoặc số kiểm tra chưa đúng')
})

test('after too many tries it says how long to wait', async () => {
  await insert()
  const { user } = open()
  for (let count = 0; count < 5; count += 1) {
    await lookUp(user, code, '9999')
    await screen.findByText('Chưa tìm thấy hồ sơ')
  }
  await lookUp(user, code, '1234')
  expect(await screen.findByText(/thử lại sau 15 phút/)).toBeVisible()
})

test('without an answer the fields stay and one can try again', async () => {
  await insert()
  setApiFetch(async () => new Response('', { status: 500 }))
  const { user } = open()
  await lookUp(user, code, '1234')
  const alert = within(await screen.findByRole('alert'))
  portal.connect()
  await user.click(alert.getByRole('button', { name: 'Thử lại' }))
  expect(await screen.findByRole('heading', { name: 'Đã tiếp nhận' })).toBeVisible()
})

test.for(['/applications', `/applications?code=${code}`])(
  '"Tra hồ sơ khác" begins with an empty form, also at %s',
  async (address) => {
    await insert()
    const { user, path } = open(address)
    await lookUp(user, code, '1234')
    await user.click(await screen.findByRole('button', { name: 'Tra hồ sơ khác' }))
    expect(path()).toBe('/applications')
    expect(codeField()).toHaveValue('')
  },
)

test('the empty form is ready to be typed into', async () => {
  await insert()
  const { user } = open()
  await lookUp(user, code, '1234')
  await user.click(await screen.findByRole('button', { name: 'Tra hồ sơ khác' }))
  expect(codeField()).toHaveFocus()
})
