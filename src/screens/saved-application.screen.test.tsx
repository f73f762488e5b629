import { cleanup, screen, waitFor } from '@testing-library/react'
import { Route, Routes } from 'react-router-dom'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { startLookupAgain } from '#src/features/applications/lookup.store.ts'
import { useSaved } from '#src/features/applications/saved.store.ts'
import { setApiFetch } from '#src/lib/api.ts'
import { offline } from '#src/testing/networks.ts'
import { renderScreen } from '#src/testing/render-screen.tsx'
import { inDays, printSlip, received } from '#src/testing/slip-portal.ts'
import { startPortal } from '#src/testing/start-portal.ts'
import type { FakeHost } from '#src/zalo/fake-host.ts'
import { ApplicationLookupScreen } from './application-lookup.screen.tsx'
import { OpenSlipScreen } from './open-slip.screen.tsx'
import { SavedApplicationScreen } from './saved-application.screen.tsx'
import { SettingsScreen } from './settings.screen.tsx'

let portal: Awaited<ReturnType<typeof startPortal>>
beforeAll(async () => void (portal = await startPortal()))
beforeEach(() => portal.connect())
afterEach(async () => {
  startLookupAgain()
  useSaved.setState({ opened: false, entries: [] })
  await portal.empty()
})
afterAll(() => portal.close())

const screens = (
  <Routes>
    <Route path="/applications" element={<ApplicationLookupScreen />} />
    <Route path="/applications/open" element={<OpenSlipScreen />} />
    <Route path="/applications/saved/:id" element={<SavedApplicationScreen />} />
    <Route path="/settings" element={<SettingsScreen />} />
  </Routes>
)
const open = (path: string, host?: FakeHost) => renderScreen(screens, { path, ...(host && { host }) })

/** What the phone stored is there, nothing is in memory: as after closing and opening the app. */
function reopen(path: string, host: FakeHost) {
  cleanup()
  startLookupAgain()
  useSaved.setState({ opened: false, entries: [] })
  return open(path, host)
}

async function save(secret: string) {
  const view = open(`/applications/open#${secret}`)
  await view.user.click(await screen.findByRole('button', { name: 'Lưu hồ sơ trên máy này' }))
  await screen.findByRole('link', { name: 'Đã lưu, mở hồ sơ đã lưu' })
  return view
}

const addStep = (applicationId: number, status: string, note: string | null = null) =>
  portal.db.query(
    'insert into application_steps (application_id, status, at, note) values ($1, $2, now(), $3)',
    [applicationId, status, note],
  )

test('a slip opens by its link, and the secret leaves the address at once', async () => {
  const { secret } = await printSlip(portal)
  const { path } = open(`/applications/open#${secret}`)
  expect(await screen.findByRole('heading', { name: 'Đã tiếp nhận' })).toBeVisible()
  expect(path()).toBe('/applications/open')
})

test('a QR that opens nothing says what to do instead', async () => {
  open(`/applications/open#${'0'.repeat(27)}`)
  expect(await screen.findByText('Mã này không mở được hồ sơ')).toBeVisible()
  expect(screen.getByRole('link', { name: 'Tra bằng mã hồ sơ' })).toHaveAttribute('href', '/applications')
})

test('without a secret it leads to scanning', async () => {
  open('/applications/open')
  expect(await screen.findByRole('link', { name: 'Quét mã trên giấy hẹn' })).toBeVisible()
})

test('a saved application opens in one tap later, and the phone holds neither code, factor nor slip secret', async () => {
  const { secret } = await printSlip(portal)
  const { host } = await save(secret)
  const stored = (await host.storage.get('saved-applications')) ?? ''
  expect(stored).not.toMatch(/HS-000001|"1234"|pass/)
  expect(stored).not.toContain(secret)
  const { user } = reopen('/applications', host)
  await user.click(await screen.findByRole('link', { name: /^Đã tiếp nhận: / }))
  expect(await screen.findByRole('heading', { name: 'Đã tiếp nhận' })).toBeVisible()
  expect(screen.queryByText('Có thay đổi từ lần xem trước')).toBeNull()
})

test('what changed since the last look is marked in the list and told on opening, once', async () => {
  const { secret, applicationId } = await printSlip(portal)
  const { host } = await save(secret)
  await addStep(applicationId, 'in_progress', 'Đang đối chiếu.')
  const id = useSaved.getState().entries[0]?.id ?? ''
  reopen(`/applications/saved/${id}`, host)
  expect(await screen.findByText('Có thay đổi từ lần xem trước')).toBeVisible()
  expect(screen.getByRole('heading', { name: 'Đang xử lý' })).toBeVisible()
  await waitFor(() => expect(useSaved.getState().entries[0]?.seenSteps).toBe(2))
  reopen(`/applications/saved/${id}`, host)
  expect(await screen.findByRole('button', { name: 'Cho người thân cùng theo dõi' })).toBeVisible()
  expect(screen.queryByText('Có thay đổi từ lần xem trước')).toBeNull()
})

test('without network it opens with its age and can be asked again', async () => {
  const { secret } = await printSlip(portal)
  const { host } = await save(secret)
  const id = useSaved.getState().entries[0]?.id ?? ''
  setApiFetch(offline)
  const { user } = reopen(`/applications/saved/${id}`, host)
  expect(await screen.findByRole('heading', { name: 'Đã tiếp nhận' })).toBeVisible()
  const refresh = await screen.findByRole('button', { name: 'Tải bản mới' })
  expect(screen.getByText(/Đây là bản lưu lúc \d\d:\d\d hôm nay/)).toBeVisible()
  portal.connect()
  await user.click(refresh)
  await waitFor(() => expect(screen.queryByText(/Đây là bản lưu/)).toBeNull())
})

test('removing asks first, then the phone and the server let go', async () => {
  const { secret } = await printSlip(portal)
  const { host } = await save(secret)
  const [entry] = useSaved.getState().entries
  const { user, path } = reopen(`/applications/saved/${entry?.id}`, host)
  await user.click(await screen.findByRole('button', { name: 'Xóa khỏi máy này' }))
  await user.click(screen.getByRole('button', { name: 'Xóa' }))
  expect(path()).toBe('/applications')
  await waitFor(async () => expect(await host.storage.get('saved-applications')).toBe('[]'))
  const again = await portal.client.slip.open({ body: { secret: entry?.secret ?? '' } })
  expect(again).toMatchObject({ error: { code: 'not-found' } })
})

test('taken out of use from elsewhere, it says so and is not asked about again', async () => {
  const { secret } = await printSlip(portal)
  const { host } = await save(secret)
  const [entry] = useSaved.getState().entries
  await portal.client.slip.release({ body: { secret: entry?.secret ?? '' } })
  reopen(`/applications/saved/${entry?.id}`, host)
  expect(await screen.findByText('Máy này không còn được mở hồ sơ')).toBeVisible()
  const asked = await portal.db.query('select failures from lookup_limits')
  expect(asked).toEqual([{ failures: 1 }])
})

test('clearing the phone removes saved applications and takes their secrets out of use', async () => {
  const { secret } = await printSlip(portal)
  const { host } = await save(secret)
  const [entry] = useSaved.getState().entries
  const { user } = reopen('/settings', host)
  await user.click(screen.getByRole('button', { name: 'Xóa dữ liệu trên máy này' }))
  await user.click(screen.getByRole('button', { name: 'Xóa' }))
  await screen.findByText('Đã xóa dữ liệu của ứng dụng trên máy này.')
  expect(await host.storage.get('saved-applications')).toBeUndefined()
  await waitFor(async () => {
    const again = await portal.client.slip.open({ body: { secret: entry?.secret ?? '' } })
    expect(again.ok).toBe(false)
  })
})

test('missing papers are a list to tick off, which a saved application remembers', async () => {
  const note = 'Giấy khai sinh\nẢnh chân dung'
  const steps = [received, { ...received, status: 'need_more' as const, note, promisedOn: null }]
  const { host } = await save((await printSlip(portal, { steps })).secret)
  const id = useSaved.getState().entries[0]?.id ?? ''
  const { user } = reopen(`/applications/saved/${id}`, host)
  await user.click(await screen.findByRole('checkbox', { name: 'Giấy khai sinh' }))
  expect(screen.getByText(/^Đã có 1\/2/)).toBeVisible()
  await waitFor(async () => expect(await host.storage.get('saved-applications')).toContain('"ticked":["Giấy'))
  reopen(`/applications/saved/${id}`, host)
  expect(await screen.findByRole('checkbox', { name: 'Giấy khai sinh' })).toBeChecked()
  expect(screen.getByText('Đến đâu, khi nào')).toBeVisible()
})

test('a relative scans a QR that says how long it lasts', async () => {
  const { secret } = await printSlip(portal)
  const { user } = open(`/applications/open#${secret}`)
  await user.click(await screen.findByRole('button', { name: 'Cho người thân cùng theo dõi' }))
  expect(await screen.findByRole('img', { name: 'Mã QR để người thân quét' })).toBeVisible()
  expect(screen.getByText('Mã hết hạn sau 10 phút.')).toBeVisible()
})

test('the promised day goes into the calendar without naming the file', async () => {
  const { secret } = await printSlip(portal)
  const { user, host } = open(`/applications/open#${secret}`)
  await user.click(await screen.findByRole('button', { name: 'Thêm ngày hẹn vào lịch' }))
  const saved = host.calls.find(({ method }) => method === 'saveFile')
  expect(saved?.args[0]).toMatch(/^ngay-hen-\d{4}-\d\d-\d\d\.ics$/)
  expect(saved?.args[2]).toContain('SUMMARY:Ngày hẹn: Cấp đổi thẻ căn cước')
  expect(saved?.args[2]).not.toContain('0001')
})

test('late without a reason: one tap asks, then it says when it was asked and until when an answer is due', async () => {
  const steps = [{ ...received, promisedOn: inDays(-2) }]
  const { secret } = await printSlip(portal, { steps })
  const { user } = open(`/applications/open#${secret}`)
  await user.click(await screen.findByRole('button', { name: 'Hỏi vì sao trễ' }))
  expect(await screen.findByText(/Bạn đã hỏi vì sao trễ lúc \d\d:\d\d hôm nay/)).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Hỏi vì sao trễ' })).toBeNull()
  expect(await portal.db.query('select id from late_questions')).toHaveLength(1)
})

test('late with a reason: the reason is read instead', async () => {
  const steps = [
    { ...received, promisedOn: inDays(-2) },
    { ...received, status: 'in_progress' as const, promisedOn: null, reason: 'Máy in hỏng.' },
  ]
  const { secret } = await printSlip(portal, { steps })
  open(`/applications/open#${secret}`)
  expect(await screen.findByText('Lý do: Máy in hỏng.', { selector: '.notice p' })).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Hỏi vì sao trễ' })).toBeNull()
})
