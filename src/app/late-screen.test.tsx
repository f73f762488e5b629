import { render, screen } from '@testing-library/react'
import { Suspense } from 'react'
import { expect, test, vi } from 'vitest'
import { fetchLateScreens, lateScreen } from './late-screen.tsx'

const load = vi.fn(async () => () => <p>Nội dung</p>)

function open(Screen: ReturnType<typeof lateScreen>) {
  render(
    <Suspense fallback={<p>Đang tải…</p>}>
      <Screen />
    </Suspense>,
  )
}

test('its code comes when it is first opened', async () => {
  load.mockClear()
  const Screen = lateScreen(load)
  expect(load).not.toHaveBeenCalled()
  open(Screen)
  expect(screen.getByText('Đang tải…')).toBeVisible()
  expect(await screen.findByText('Nội dung')).toBeVisible()
})

test('once its code is there it stands in the first frame', async () => {
  const Screen = lateScreen(load)
  await fetchLateScreens()
  open(Screen)
  expect(screen.getByText('Nội dung')).toBeVisible()
  expect(screen.queryByText('Đang tải…')).not.toBeInTheDocument()
})

test('the code of the screen that comes next follows, and its failure says nothing', async () => {
  const failing = vi.fn(async () => Promise.reject(new Error('no network')))
  open(lateScreen(load, lateScreen(failing)))
  expect(await screen.findByText('Nội dung')).toBeVisible()
  expect(failing).toHaveBeenCalledOnce()
})
