import { screen } from '@testing-library/react'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setApiFetch } from '#src/lib/api.ts'
import { resetResources } from '#src/lib/resource-store.ts'
import { FinderScreen } from '#src/screens/finder.screen.tsx'
import { FormsScreen } from '#src/screens/forms.screen.tsx'
import { GuideScreen } from '#src/screens/guide.screen.tsx'
import { GuidesScreen } from '#src/screens/guides.screen.tsx'
import { SearchScreen } from '#src/screens/search.screen.tsx'
import { StationsScreen } from '#src/screens/stations.screen.tsx'
import { offline, silent } from '#src/testing/networks.ts'
import { renderScreen } from '#src/testing/render-screen.tsx'
import { startPortal } from '#src/testing/start-portal.ts'
import { keepForOffline } from './keep-for-offline.ts'

let portal: Awaited<ReturnType<typeof startPortal>>
beforeAll(async () => void (portal = await startPortal()))
afterAll(() => portal.close())

/** One visit with network, then the app is opened again. */
async function visitOnce(network: typeof fetch): Promise<void> {
  portal.connect()
  await keepForOffline()
  await expect.poll(() => localStorage.getItem('citizen-portal:lasting:search-index')).not.toBeNull()
  resetResources()
  setApiFetch(network)
}

test('a guide that was never opened is there in the first frame, without a sign of loading', async () => {
  await visitOnce(silent)
  renderScreen(<GuideScreen />, { path: '/guides/dang-ky-tam-tru', route: '/guides/:slug' })
  expect(screen.getByRole('heading', { level: 1, name: 'Đăng ký tạm trú' })).toBeVisible()
  expect(screen.queryByText(/Đang tải/)).not.toBeInTheDocument()
})

test.for([
  ['the list of guides', <GuidesScreen key="1" />, 'Cấp lại thẻ căn cước bị mất hoặc hỏng'],
  ['the forms', <FormsScreen key="2" />, 'CT01: Tờ khai thay đổi thông tin cư trú'],
  ['the finder', <FinderScreen key="3" />, /Bạn cần làm việc gì/],
  ['the stations', <StationsScreen key="4" />, 'Công an phường Bến Cát'],
] as const)('%s opens without network, though no screen of it was', async ([, ui, name]) => {
  await visitOnce(offline)
  renderScreen(ui)
  const found = await screen.findAllByText(name)
  expect(found.length).toBeGreaterThan(0)
})

test('the search finds guides and numbers without network', async () => {
  await visitOnce(offline)
  renderScreen(<SearchScreen />, { path: '/?q=mat%20the' })
  expect(await screen.findByRole('link', { name: /Cấp lại thẻ căn cước/ })).toBeVisible()
})

test('a visit without network leaves nothing half done and no noise', async () => {
  await keepForOffline()
  expect(localStorage.getItem('citizen-portal:lasting:guides')).toBeNull()
})
