import { screen, waitFor } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { addApplication } from '#server/testing/builders.ts'
import { createGraphClient } from '#server/zalo/graph-client.ts'
import { createReceiverClient } from '#server/zalo/receiver-client.ts'
import { type StandIn, startStandIn } from '#server/zalo/stand-in/start-stand-in.ts'
import { startLookupAgain } from '#src/features/applications/lookup.store.ts'
import { setApiFetch, signIn } from '#src/lib/api.ts'
import { setHost } from '#src/lib/host.ts'
import { offline } from '#src/testing/networks.ts'
import { renderScreen } from '#src/testing/render-screen.tsx'
import { startPortal } from '#src/testing/start-portal.ts'
import { createFakeHost, type FakeHost } from '#src/zalo/fake-host.ts'
import { ApplicationLookupScreen } from './application-lookup.screen.tsx'

let zalo: StandIn
let portal: Awaited<ReturnType<typeof startPortal>>
beforeAll(async () => {
  zalo = await startStandIn()
  const config = { graphUrl: zalo.url, appId: 'stand-in-app', appSecret: 'stand-in-secret' }
  portal = await startPortal({
    graph: createGraphClient(config),
    zalo: {
      appId: 'stand-in-app',
      apiKey: undefined,
      oa: { id: '900', secret: 's', receivers: createReceiverClient(config) },
    },
  })
})
beforeEach(async () => {
  portal.connect()
  zalo.state.strangers = []
  // The session of the test before is gone with its database.
  setHost(inZalo())
  await signIn(true)
  await addApplication(portal.db, portal.keys)
})
afterEach(async () => {
  startLookupAgain()
  await portal.empty()
})
afterAll(async () => {
  await portal.close()
  await zalo.close()
})

const inZalo = () => ({ ...createFakeHost(), name: 'zalo' as const })
const agree = () => screen.findByRole('button', { name: 'Tôi đồng ý nhận tin qua Zalo' })
const wishes = () => portal.db.query('select consent, ended_by as by from update_subscriptions')

async function openApplication(host: FakeHost) {
  const view = renderScreen(<ApplicationLookupScreen />, { path: '/applications', host })
  await view.user.type(screen.getByLabelText('Mã hồ sơ'), 'HS-000001')
  await view.user.type(screen.getByLabelText('Số kiểm tra'), '1234')
  await view.user.click(screen.getByRole('button', { name: 'Tra hồ sơ' }))
  return view
}

test('why and what stand there before anything is asked; yes is one tap, and so is no', async () => {
  const host = inZalo()
  const { user } = await openApplication(host)
  const button = await agree()
  expect(screen.getByText(/bốn ký tự cuối của mã hồ sơ và trạng thái/)).toBeVisible()
  expect(screen.getByText(/Từ 22 giờ đến 7 giờ không có tin/)).toBeVisible()
  expect(host.calls.map(({ method }) => method)).not.toContain('allowMessages')
  await user.click(button)
  expect(await screen.findByText('Bạn đang nhận tin về hồ sơ này qua Zalo.')).toBeVisible()
  expect(host.calls).toContainEqual({ method: 'allowMessages', args: ['900'] })
  expect(await wishes()).toEqual([{ consent: '2026-11', by: null }])
  await user.click(screen.getByRole('button', { name: 'Tắt nhận tin' }))
  await agree()
  expect(await wishes()).toEqual([{ consent: '2026-11', by: 'citizen' }])
})

test('no works even when our session has ended meanwhile', async () => {
  const { user } = await openApplication(inZalo())
  await user.click(await agree())
  const off = await screen.findByRole('button', { name: 'Tắt nhận tin' })
  await portal.db.query('delete from sessions')
  await user.click(off)
  await agree()
  expect(await wishes()).toEqual([{ consent: '2026-11', by: 'citizen' }])
})

test('who is told already sees it at once', async () => {
  const { user, unmount } = await openApplication(inZalo())
  await user.click(await agree())
  await screen.findByRole('button', { name: 'Tắt nhận tin' })
  unmount()
  startLookupAgain()
  await openApplication(inZalo())
  expect(await screen.findByRole('button', { name: 'Tắt nhận tin' })).toBeVisible()
})

test.for([
  ['refuses in Zalo', { kind: 'denied' }, /Bạn chưa cho phép nhắn tin. Bạn vẫn tra cứu hồ sơ/],
  ['closes Zalo’s sheet', { kind: 'cancelled' }, /Bạn chưa cho phép nhắn tin/],
  ['has an old Zalo', { kind: 'unsupported' }, /Bạn cập nhật Zalo rồi thử lại/],
] as const)('who %s is written down nowhere and reads what that means', async ([, answer, words]) => {
  const host = inZalo()
  host.answer('allowMessages', answer)
  const { user } = await openApplication(host)
  await user.click(await agree())
  expect(await screen.findByRole('alert')).toHaveTextContent(words)
  expect(await agree()).toBeVisible()
  expect(await wishes()).toEqual([])
})

test('when Zalo gives the unit no way to write, the way out is said', async () => {
  zalo.state.strangers = ['1000000000000000001']
  const { user } = await openApplication(inZalo())
  await user.click(await agree())
  expect(await screen.findByRole('alert')).toHaveTextContent(/bấm “Quan tâm” trang Zalo của đơn vị/)
})

test('without network the wish fails in words, and can be tried again', async () => {
  const { user } = await openApplication(inZalo())
  const button = await agree()
  setApiFetch(offline)
  await user.click(button)
  expect(await screen.findByRole('alert')).toHaveTextContent('Chưa có kết nối mạng')
  portal.connect()
  await user.click(await agree())
  expect(await screen.findByRole('button', { name: 'Tắt nhận tin' })).toBeVisible()
})

test('a plain browser says that this needs Zalo, and offers no button that does nothing', async () => {
  const host = { ...createFakeHost(), name: 'browser' as const }
  host.answer('getAccessToken', { kind: 'not-in-host' })
  await openApplication(host)
  expect(await screen.findByText(/Việc này cần Zalo/)).toBeVisible()
  expect(screen.queryByRole('button', { name: /nhận tin qua Zalo/ })).toBeNull()
})

test('where the unit has no account connected, nothing is offered', async () => {
  const own = await startPortal({ db: portal.db })
  own.connect()
  const { user } = await openApplication(inZalo())
  expect(user).toBeDefined()
  await screen.findByRole('heading', { name: 'Diễn biến' })
  await waitFor(() => expect(screen.queryByText(/Nhận tin khi hồ sơ thay đổi/)).toBeNull())
  await own.close()
})
