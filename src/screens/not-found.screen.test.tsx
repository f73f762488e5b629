import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderScreen } from '#src/testing/render-screen.tsx'
import { NotFoundScreen } from './not-found.screen.tsx'

test('it explains and leads on', async () => {
  const { user, path } = renderScreen(<NotFoundScreen />, { path: '/old/link' })
  expect(screen.getByText(/Đường dẫn có thể đã cũ/)).toBeVisible()
  expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(
    expect.arrayContaining(['/', '/guides', '/applications', '/tips/new', '/news']),
  )
  await user.click(screen.getByRole('link', { name: 'Theo dõi hồ sơ' }))
  expect(path()).toBe('/applications')
})
