import { hash } from 'node:crypto'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { isSolved } from '#contract/proof-of-work.ts'
import type { TipDraft } from '#contract/tips.ts'
import { useTip } from '#src/features/tips/tip.store.ts'
import { setApiFetch } from '#src/lib/api.ts'
import { rememberStation } from '#src/lib/remembered-station.ts'
import { renderScreen } from '#src/testing/render-screen.tsx'
import { noLimits } from '#server/tips/intake-limits.ts'
import { startPortal } from '#src/testing/start-portal.ts'
import { createFakeHost } from '#src/zalo/fake-host.ts'
import { timedOut } from '#src/zalo/error-result.ts'
import { TipReportScreen } from './tip-report.screen.tsx'

// Long forms on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

let portal: Awaited<ReturnType<typeof startPortal>>
let sent: TipDraft[]
beforeAll(async () => void (portal = await startPortal({ intakeLimits: noLimits })))
beforeEach(() => {
  sent = []
  setApiFetch((path, init) => {
    if (path === '/api/tips') sent.push(JSON.parse(init?.body as string) as TipDraft)
    return portal.fetch(path, init)
  })
})
afterEach(async () => {
  useTip.setState(useTip.getInitialState(), true)
  await portal.empty()
})
afterAll(() => portal.close())

const text = 'Có hai người lạ cạy khóa xe trước cổng nhà trọ.'
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
/** The first answers of a server that has just started, and sixteen parts of work. */
const received = () => screen.findByRole('heading', { name: 'Đã nhận tin của bạn' })

async function write(name: RegExp, words: string) {
  await userEvent.click(screen.getByRole('textbox', { name }))
  await userEvent.paste(words)
}

async function open({ path = '/tips/new', host = createFakeHost() } = {}) {
  useTip.setState(useTip.getInitialState(), true)
  const view = renderScreen(<TipReportScreen />, { path, route: '/tips/new', host })
  await screen.findByRole('radio', { name: 'Khác' })
  return view
}

async function fillLittle() {
  await userEvent.click(screen.getByRole('radio', { name: 'Khác' }))
  await write(/^Nội dung/, text)
  await userEvent.click(screen.getByRole('checkbox', { name: /^Tôi khai đúng/ }))
}

test('before sending, the form says for how many months the unit keeps a tip', async () => {
  await open()
  const { keptMonths } = await (await portal.fetch('/api/tips/form')).json()
  expect(keptMonths.usual).toBeGreaterThan(0)
  const list = screen.getByRole('heading', { name: 'Lưu trong bao lâu' }).nextElementSibling
  expect(list).toHaveTextContent(`được lưu tối đa ${keptMonths.usual} tháng`)
  expect(list).toHaveTextContent('Tin đã chuyển cơ quan có thẩm quyền được lưu theo hồ sơ vụ việc.')
})

test('what is happening now is answered with five numbers to call, also offline', async () => {
  setApiFetch(() => Promise.reject(new TypeError('no network')))
  useTip.setState(useTip.getInitialState(), true)
  renderScreen(<TipReportScreen />)
  await userEvent.click(await screen.findByRole('radio', { name: 'Có, đang xảy ra' }))
  const box = screen.getByText('Bạn gọi ngay, gửi tin sau').closest('div')!
  const calls = within(box).getAllByRole('link')
  expect(calls.map((link) => link.getAttribute('href'))).toEqual(
    ['113', '114', '115', '111', '112'].map((number) => `tel:${number}`),
  )
})

test('too little to act on is said once, and does not stop anybody', async () => {
  await open()
  await fillLittle()
  await press('Gửi tin báo')
  const dialog = screen.getByRole('dialog', { name: 'Tin còn ít thông tin' })
  expect(within(dialog).getByText(/^Nơi xảy ra việc/)).toBeVisible()
  expect(sent).toEqual([])
  await press('Ghi thêm')
  expect(screen.queryByRole('dialog')).toBeNull()
  await press('Gửi tin báo')
  await received()
  expect(sent).toHaveLength(1)
})

test('whoever knows no more sends it as it is', async () => {
  await open()
  await fillLittle()
  await press('Gửi tin báo')
  await press('Vẫn gửi như vậy')
  await received()
})

test('an online fraud is asked for its accounts, links and phones, each in its field', async () => {
  await open()
  await fillLittle()
  expect(screen.queryByRole('textbox', { name: /^Số tài khoản/ })).toBeNull()
  await userEvent.click(screen.getByRole('radio', { name: /^Lừa đảo/ }))
  await write(/^Số tài khoản/, '0071 000 123 Vietcombank')
  await press('Thêm tài khoản')
  await write(/^Số tài khoản.*\(2\)/, '1903 Techcombank')
  await write(/^Đường dẫn/, 'https://vi-du.example/nhan-qua')
  await write(/^Số điện thoại của kẻ gian/, '0900 000 000')
  await write(/^Thời gian/, 'Sáng nay')
  await press('Gửi tin báo')
  await received()
  expect(sent[0]).toMatchObject({
    category: 'lua-dao',
    accounts: ['0071 000 123 Vietcombank', '1903 Techcombank'],
    links: ['https://vi-du.example/nhan-qua'],
    phones: ['0900 000 000'],
  })
})

test('a ward, a quarter and what one forgot', async () => {
  await open()
  await fillLittle()
  await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Phường' }), 'thoi-hoa')
  await write(/^Khu phố/, 'Khu phố 3')
  await userEvent.click(screen.getByRole('checkbox', { name: 'Không nhớ rõ thời gian' }))
  await userEvent.click(screen.getByRole('radio', { name: 'Nghe kể' }))
  await write(/^Người gây ra/, 'Nam, áo xanh, xe số 61')
  await press('Gửi tin báo')
  await received()
  expect(sent[0]).toMatchObject({
    area: 'thoi-hoa',
    quarter: 'Khu phố 3',
    forgotten: ['time'],
    source: 'heard',
    people: 'Nam, áo xanh, xe số 61',
  })
})

test.for([
  [{ kind: 'denied' }, /^Bạn chưa cho phép/],
  [{ kind: 'unsupported' }, /^Máy này không lấy được/],
  [{ kind: 'failed', code: timedOut }, /^Lấy vị trí quá lâu/],
  [{ kind: 'failed' }, /^Chưa lấy được vị trí/],
] as const)('a place that cannot be had (%j) is said, and words still do', async ([result, words]) => {
  const host = createFakeHost()
  host.answer('locate', result)
  await open({ host })
  await press('Lấy vị trí tôi đang đứng')
  expect(await screen.findByText(words)).toBeVisible()
  expect(screen.getByRole('textbox', { name: /^Địa điểm/ })).toBeVisible()
})

test('the place of the phone is rounded before it is kept or sent, and can be taken back', async () => {
  const { host } = await open()
  await fillLittle()
  await write(/^Thời gian/, 'Tối qua')
  expect(host.calls).toEqual([])
  await press('Lấy vị trí tôi đang đứng')
  expect(
    await screen.findByText(/11,154 vĩ Bắc, 106,59 kinh Đông|11,154 vĩ Bắc, 106,590 kinh Đông/),
  ).toBeVisible()
  await press('Gửi tin báo')
  await received()
  expect(sent[0]?.point).toEqual({ lat: 11.154, lon: 106.59 })
})

test("a station's code ties the tip to it, and the tie can be undone", async () => {
  await open({ path: '/tips/new?station=ben-cat' })
  expect(await screen.findByText(/ghi kèm điểm tiếp dân: Công an phường Bến Cát/)).toBeVisible()
  await press('Bỏ phần gắn này')
  expect(screen.queryByText(/ghi kèm điểm tiếp dân/)).toBeNull()
})

test.for([
  ['is named in sight and goes with the tip', 'ben-cat'],
  ['stays out once it is taken out', undefined],
] as const)('the station that the phone remembers %s', async ([, station]) => {
  rememberStation('ben-cat')
  await open()
  expect(await screen.findByText(/ghi kèm điểm tiếp dân: Công an phường Bến Cát/)).toBeVisible()
  if (!station) await press('Bỏ phần gắn này')
  await fillLittle()
  await press('Gửi tin báo')
  await press('Vẫn gửi như vậy')
  await received()
  expect(sent[0]?.station).toBe(station)
  expect(Object.keys(sent[0] ?? {})).not.toContain('contact')
})

test('a tip about an officer goes to those above', async () => {
  await open()
  await fillLittle()
  await write(/^Địa điểm/, 'Trụ sở')
  await write(/^Thời gian/, 'Hôm qua')
  await userEvent.click(await screen.findByRole('checkbox', { name: /^Tin của tôi nói về cán bộ/ }))
  expect(screen.getByText('Tin không vào hộp thư của công an phường.')).toBeVisible()
  await press('Gửi tin báo')
  await received()
  expect(screen.getByText(/Công an phường không đọc được/)).toBeVisible()
  expect(screen.queryByText(/Công an phường kiểm tra ban đầu/)).toBeNull()
  expect(await portal.db.query('select channel from tips')).toEqual([{ channel: 'superior' }])
})

test('of two windows only the last one writes; the other says so and can take over', async () => {
  const { host } = await open()
  await write(/^Nội dung/, text)
  await waitFor(async () => expect((await host.storage.get('tip')) ?? '').toContain(text))
  localStorage.setItem('citizen-portal:tip-window', JSON.stringify('another'))
  window.dispatchEvent(new StorageEvent('storage'))
  expect(await screen.findByRole('heading', { name: 'Tin báo đang mở ở cửa sổ khác' })).toBeVisible()
  expect(JSON.stringify(useTip.getState().record)).not.toContain(text)
  await press('Viết tiếp ở đây')
  expect(await screen.findByRole('textbox', { name: /^Nội dung/ })).toHaveValue(text)
})

test('where many tips come at once the phone works for its own, and says so', async () => {
  setApiFetch(async (path, init) => {
    if (path !== '/api/tips') return portal.fetch(path, init)
    const draft = JSON.parse(init?.body as string) as TipDraft
    sent.push(draft)
    if (draft.proof) return portal.fetch(path, init)
    const error = { code: 'rate-limited', message: '', requestId: 'r' }
    return Response.json({ error }, { status: 429 })
  })
  await open()
  await fillLittle()
  await write(/^Địa điểm/, 'Cổng trọ')
  await write(/^Thời gian/, 'Tối qua')
  await press('Gửi tin báo')
  expect(await screen.findByRole('progressbar', { name: 'Máy đang tính' })).toBeVisible()
  await received()
  const sha256 = (bytes: Uint8Array) => hash('sha256', bytes, 'buffer')
  const { challenge = '', numbers = [] } = sent[1]?.proof ?? {}
  const bits = Number(challenge.split('.')[0])
  expect(bits).toBeGreaterThan(0)
  expect(numbers.every((number, part) => isSolved(sha256, challenge, bits, part, number))).toBe(true)
})
