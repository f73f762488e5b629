import { screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { renderScreen } from '#src/testing/render-screen.tsx'
import { RouteBoundary } from './route-boundary.tsx'

function Broken(): never {
  throw new Error('the code of this screen did not arrive')
}

test('a screen that breaks says what to do and keeps the emergency numbers', () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  renderScreen(
    <RouteBoundary>
      <Broken />
    </RouteBoundary>,
  )
  expect(screen.getByRole('heading', { level: 1, name: 'Trang chưa mở được' })).toBeVisible()
  expect(screen.getByRole('button', { name: 'Tải lại trang' })).toBeVisible()
  expect(screen.getByRole('link', { name: 'Về trang chủ' })).toHaveAttribute('href', '/')
  expect(screen.getByRole('link', { name: /^Gọi 113/ })).toBeVisible()
  // React reports what was caught; that noise is expected here.
  error.mockClear()
})
