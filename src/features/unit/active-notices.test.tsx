import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Notice } from '#contract/unit.ts'
import { renderScreen } from '#src/testing/render-screen.tsx'
import { ActiveNotices } from './active-notices.tsx'

const notice: Notice = {
  id: 'mua-lu',
  title: 'Mưa lũ',
  text: 'Tránh đi qua cầu.',
  from: '2026-10-01T08:00:00+07:00',
  until: '2026-10-03T08:00:00+07:00',
  link: null,
}

const show = (now: string, change: Partial<Notice> = {}) =>
  renderScreen(<ActiveNotices notices={[{ ...notice, ...change }]} now={new Date(now)} />)

test.for([
  ['2026-10-01T00:59:00Z', false],
  ['2026-10-01T01:00:00Z', true],
  ['2026-10-03T00:59:00Z', true],
  ['2026-10-03T01:00:00Z', false],
] as const)('at %s the notice is shown: %s', ([now, shown]) => {
  show(now)
  expect(screen.queryAllByRole('heading', { name: 'Mưa lũ' })).toHaveLength(shown ? 1 : 0)
})

test('it says until when', () => {
  show('2026-10-02T00:00:00Z')
  expect(screen.getByText('Đến 08:00 thứ Bảy, 03/10/2026')).toBeVisible()
})

test('only links inside the app are offered', () => {
  show('2026-10-02T00:00:00Z', { link: 'https://example.com' })
  expect(screen.queryByRole('link')).not.toBeInTheDocument()
  show('2026-10-02T00:00:00Z', { link: '/news/mua-lu' })
  expect(screen.getByRole('link', { name: 'Xem chi tiết' })).toHaveAttribute('href', '/news/mua-lu')
})
