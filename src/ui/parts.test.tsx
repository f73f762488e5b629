import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import type { Picture } from '#contract/news.ts'
import { renderScreen } from '#src/testing/render-screen.tsx'
import { EmergencyBlock } from './emergency-block.tsx'
import { JumpLinks } from './jump-links.tsx'
import { announce } from './live.tsx'
import { ArticlePicture } from './picture.tsx'
import { Section } from './section.tsx'
import { ShareButton } from './share-button.tsx'
import { Timeline } from './timeline.tsx'

test('the emergency numbers are true links and are dialled by the host', async () => {
  const { user, host } = renderScreen(<EmergencyBlock />)
  const calls = screen.getAllByRole('link')
  expect(calls.map((call) => call.getAttribute('href'))).toEqual(
    ['113', '114', '115', '111', '112'].map((phone) => `tel:${phone}`),
  )
  await user.click(screen.getByRole('link', { name: /^Gọi 114/ }))
  expect(host.calls).toEqual([{ method: 'callPhone', args: ['114'] }])
})

const content = { title: 'Cấp đổi', description: 'Đổi thẻ', path: '/guides/cap-doi' }

test.for([
  [{ kind: 'ok', data: 'copied' }, 'Đã sao chép đường dẫn. Bạn dán vào tin nhắn để gửi.'],
  [{ kind: 'ok', data: 'shared' }, 'Đã mở chia sẻ.'],
  [{ kind: 'failed' }, 'Máy chưa chia sẻ được. Bạn thử lại sau.'],
  [{ kind: 'cancelled' }, ''],
] as const)('sharing that ends as %o is told', async ([outcome, words]) => {
  const { user, host } = renderScreen(<ShareButton content={content} />)
  host.answer('share', outcome)
  await user.click(screen.getByRole('button', { name: 'Chia sẻ' }))
  expect(host.calls).toEqual([
    { method: 'share', args: [{ ...content, path: `${content.path}?from=share` }] },
  ])
  expect(screen.getByRole('status').textContent).toBe(words)
})

test('a timeline says its states in words too', () => {
  render(
    <Timeline
      items={[
        { title: 'Đã nhận', date: 'thứ Hai, 23/11/2026', state: 'done' },
        { title: 'Cần bổ sung', date: 'thứ Ba, 24/11/2026', state: 'problem', note: 'Thiếu ảnh' },
      ]}
    />,
  )
  const [first, second] = screen.getAllByRole('listitem')
  expect(first).toHaveTextContent('Đã xong: Đã nhậnthứ Hai, 23/11/2026')
  expect(within(second!).getByText('Thiếu ảnh')).toBeVisible()
  expect(second).toHaveTextContent('Cần chú ý: Cần bổ sung')
})

const picture: Picture = {
  alt: 'Quầy tiếp dân',
  width: 800,
  height: 450,
  variants: [
    { url: '/files/a-400.webp', type: 'image/webp', width: 400 },
    { url: '/files/a-800.webp', type: 'image/webp', width: 800 },
    { url: '/files/a-400.jpg', type: 'image/jpeg', width: 400 },
  ],
}

test('a picture offers its formats and reserves its place', () => {
  const { container } = render(<ArticlePicture picture={picture} sizes="100vw" />)
  const image = screen.getByRole('img', { name: 'Quầy tiếp dân' })
  expect(image).toHaveAttribute('width', '800')
  expect(image).toHaveAttribute('height', '450')
  expect(image).toHaveAttribute('loading', 'lazy')
  expect(image).toHaveAttribute('src', '/files/a-400.jpg')
  expect(container.querySelector('source')).toHaveAttribute(
    'srcset',
    '/files/a-400.webp 400w, /files/a-800.webp 800w',
  )
})

test('a picture without files is nothing', () => {
  const { container } = render(<ArticlePicture picture={{ ...picture, variants: [] }} sizes="100vw" />)
  expect(container).toBeEmptyDOMElement()
})

test('a jump leads to the section without changing the address', async () => {
  Element.prototype.scrollIntoView = vi.fn()
  render(
    <>
      <JumpLinks label="Trong trang" links={[{ anchor: 'le-phi', text: 'Lệ phí' }]} />
      <Section title="Lệ phí hôm nay" anchor="le-phi">
        0 đồng
      </Section>
    </>,
  )
  await userEvent.click(screen.getByRole('link', { name: 'Lệ phí' }))
  expect(screen.getByRole('heading', { name: 'Lệ phí hôm nay' })).toHaveFocus()
  expect(window.location.hash).toBe('')
})

test('the same announcement twice is said twice', async () => {
  announce('Đã lưu')
  expect(await screen.findByText('Đã lưu')).toBeInTheDocument()
  announce('Đã lưu')
  expect(screen.queryByText('Đã lưu')).not.toBeInTheDocument()
  expect(await screen.findByText('Đã lưu')).toBeInTheDocument()
})
