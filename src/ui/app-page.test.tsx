import { screen } from '@testing-library/react'
import { Link } from 'react-router-dom'
import { expect, test } from 'vitest'
import { renderScreen } from '#src/testing/render-screen.tsx'
import { AppPage } from './app-page.tsx'

test('it names the window, the heading and the main part', () => {
  renderScreen(<AppPage title="Tin tức">Nội dung</AppPage>)
  expect(document.title).toBe('Tin tức')
  expect(screen.getByRole('heading', { level: 1, name: 'Tin tức' })).toBeVisible()
  expect(screen.getByRole('main')).toHaveTextContent('Nội dung')
  expect(screen.queryByRole('button', { name: 'Quay lại' })).not.toBeInTheDocument()
})

test('opened by a link, back leads to the given place', async () => {
  const { user, path } = renderScreen(
    <AppPage title="Thủ tục" back="/guides">
      Nội dung
    </AppPage>,
    { path: '/guides/a' },
  )
  // Nobody pressed anything yet: focus is left where the phone put it.
  expect(document.body).toHaveFocus()
  await user.click(screen.getByRole('button', { name: 'Quay lại' }))
  expect(path()).toBe('/guides')
})

test('reached from inside, back returns there, and focus follows to the heading', async () => {
  const { user, path } = renderScreen(
    <AppPage title="Trang" back="/guides">
      <Link to="/b">Tiếp</Link>
    </AppPage>,
    { path: '/a' },
  )
  await user.click(screen.getByRole('link', { name: 'Tiếp' }))
  expect(screen.getByRole('heading', { level: 1 })).toHaveFocus()
  await user.click(screen.getByRole('button', { name: 'Quay lại' }))
  expect(path()).toBe('/a')
})

test('the first tab stop skips to the content', async () => {
  const { user } = renderScreen(<AppPage title="Trang">Nội dung</AppPage>)
  await user.tab()
  await user.keyboard('{Enter}')
  expect(screen.getByRole('main')).toHaveFocus()
})
