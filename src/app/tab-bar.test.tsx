import { screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { renderScreen } from '#src/testing/render-screen.tsx'
import { TabBar } from './tab-bar.tsx'

afterEach(() => vi.unstubAllGlobals())

function show({ touch }: { touch: boolean }) {
  vi.stubGlobal('matchMedia', () => ({ matches: touch }))
  return renderScreen(
    <>
      <label>
        Nội dung <input />
      </label>
      <label>
        Đồng ý <input type="checkbox" />
      </label>
      <TabBar />
    </>,
  )
}

const bar = () => screen.queryByRole('navigation', { name: 'Mục chính' })

test('on a phone the bar makes room for the keyboard, and comes back', async () => {
  const { user } = show({ touch: true })
  await user.click(screen.getByRole('textbox', { name: 'Nội dung' }))
  await waitFor(() => expect(bar()).not.toBeInTheDocument())
  await user.click(screen.getByRole('checkbox', { name: 'Đồng ý' }))
  await waitFor(() => expect(bar()).toBeVisible())
})

test('with a mouse there is no keyboard to make room for', async () => {
  const { user } = show({ touch: false })
  await user.click(screen.getByRole('textbox', { name: 'Nội dung' }))
  expect(bar()).toBeVisible()
})
