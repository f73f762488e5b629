import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import type { Remote } from '#src/lib/remote.ts'
import { RemoteView } from './remote-view.tsx'

afterEach(() => void vi.useRealTimers())

function show(remote: Remote<string>, onRetry = vi.fn()) {
  render(
    <RemoteView remote={remote} onRetry={onRetry}>
      {(text) => <p>{text}</p>}
    </RemoteView>,
  )
  return onRetry
}

test('idle shows nothing', () => {
  show({ kind: 'idle' })
  expect(document.body.textContent).toBe('')
})

test('loading says so, and says when it takes long', () => {
  vi.useFakeTimers()
  show({ kind: 'loading' })
  expect(screen.getByRole('status')).toHaveTextContent('Đang tải…')
  act(() => void vi.advanceTimersByTime(5000))
  expect(screen.getByRole('status')).toHaveTextContent('Mạng đang chậm, vẫn đang tải…')
})

test('a failure says what to do and can be tried again', async () => {
  const onRetry = show({ kind: 'failed', error: { code: 'offline' } })
  expect(screen.getByRole('alert')).toHaveTextContent('Chưa có kết nối mạng')
  await userEvent.click(screen.getByRole('button', { name: 'Thử lại' }))
  expect(onRetry).toHaveBeenCalledOnce()
})

test('what is fresh has no remark', () => {
  show({ kind: 'ready', data: 'Nội dung' })
  expect(document.body.textContent).toBe('Nội dung')
})

test('a stale copy tells its age in words and offers a new try', async () => {
  vi.useFakeTimers({ now: new Date('2026-11-23T03:05:00Z'), toFake: ['Date'] })
  const onRetry = show({ kind: 'ready', data: 'Nội dung', staleSince: '2026-11-20T03:05:00Z' })
  expect(screen.getByText('Nội dung')).toBeVisible()
  expect(screen.getByRole('status')).toHaveTextContent('cập nhật 3 ngày trước, lúc 10:05 thứ Sáu, 20/11/2026')
  await userEvent.click(screen.getByRole('button', { name: 'Tải bản mới' }))
  expect(onRetry).toHaveBeenCalledOnce()
})

test('of two old copies on one page, one inside the other, one notice is enough', () => {
  const old = { kind: 'ready' as const, data: 'Nội dung', staleSince: '2026-11-20T03:05:00Z' }
  const inside = (outer: Remote<string>) =>
    render(
      <RemoteView remote={outer}>
        {() => <RemoteView remote={old}>{(text) => <p>{text}</p>}</RemoteView>}
      </RemoteView>,
    )
  const { unmount } = inside(old)
  expect(screen.getAllByRole('status')).toHaveLength(1)
  unmount()
  inside({ kind: 'ready', data: '' })
  expect(screen.getAllByRole('status')).toHaveLength(1)
})
