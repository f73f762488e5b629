import { screen, waitFor, within } from '@testing-library/react'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { addArticle } from '#server/testing/builders.ts'
import { setApiFetch } from '#src/lib/api.ts'
import { resetResources } from '#src/lib/resource-store.ts'
import { offline, silent, withAnswer } from '#src/testing/networks.ts'
import { renderScreen } from '#src/testing/render-screen.tsx'
import { startPortal } from '#src/testing/start-portal.ts'
import { SearchScreen } from './search.screen.tsx'

let portal: Awaited<ReturnType<typeof startPortal>>
beforeAll(async () => {
  portal = await startPortal()
  await addArticle(portal.db, { slug: 'mat-the', title: 'Mất thẻ đừng nhờ người lạ', demo: true })
})
beforeEach(() => {
  portal.connect()
  window.history.replaceState(null, '', '/search')
})
afterAll(() => portal.close())

const open = (path = '/search') => renderScreen(<SearchScreen />, { path, route: '/search' })
const box = () => screen.findByRole('searchbox', { name: 'Từ cần tìm' })
const list = () => screen.findByRole('list', { name: 'Kết quả tìm kiếm' })
const titles = async () =>
  within(await list())
    .getAllByRole('link')
    .map((link) => link.textContent)
const findArticle = () => screen.findByRole('link', { name: 'Mất thẻ đừng nhờ người lạ' })
/** Until the phone has its own index. */
const examples = () => screen.findByRole('button', { name: 'mất căn cước' })

describe('typing', () => {
  test('the phone answers every letter by itself', async () => {
    const { user } = open()
    await examples()
    setApiFetch(silent)
    await user.type(await box(), 'mat cccd')
    expect((await titles())[0]).toBe('Cấp lại thẻ căn cước bị mất hoặc hỏng')
  })

  test.for([
    ['Chánh Phú Hòa', 'Điểm nào phục vụ tôi'],
    ['diem nao phuc vu toi', 'Điểm nào phục vụ tôi'],
    ['xã lai hưng', 'Công an phường Bến Cát'],
    ['dang ki xe', 'Đăng ký xe máy, ô tô'],
  ] as const)('the phone knows places and spellings too: “%s” → %s', async ([typed, first]) => {
    const { user } = open()
    await examples()
    setApiFetch(silent)
    await user.type(await box(), typed)
    expect((await titles())[0]).toBe(first)
  })

  test('the news come with the server’s answer, each with its kind and its mark', async () => {
    const { user } = open()
    await user.type(await box(), 'mất thẻ')
    const article = await findArticle()
    expect(article).toHaveAttribute('href', '/news/mat-the')
    const row = within(article.closest('li')!)
    expect(row.getByText(/^Tin tức, /)).toBeVisible()
    expect(row.getByText('Dữ liệu minh họa')).toBeVisible()
    expect((await titles())[0]).toBe('Cấp lại thẻ căn cước bị mất hoặc hỏng')
  })

  test('what answers the query is marked', async () => {
    const { user } = open()
    await user.type(await box(), 'cccd mat')
    const link = await screen.findByRole('link', { name: 'Cấp lại thẻ căn cước bị mất hoặc hỏng' })
    const marked = Array.from(link.querySelectorAll('mark')).map((mark) => mark.textContent)
    expect(marked).toEqual(['thẻ căn cước bị mất'])
  })

  test('news already known stay while one types on', async () => {
    const { user } = open()
    await user.type(await box(), 'mất th')
    await findArticle()
    setApiFetch(silent)
    await user.type(await box(), 'ẻ')
    expect(screen.getByRole('link', { name: 'Mất thẻ đừng nhờ người lạ' })).toBeVisible()
  })

  test('what looks like code is only text', async () => {
    const { user } = open()
    await user.type(await box(), '<img src=x>')
    expect(await screen.findByText('Chưa tìm thấy “<img src=x>”')).toBeVisible()
    expect(document.querySelector('img')).toBeNull()
  })

  test('the number of results is said when the typing has settled', async () => {
    const { user } = open()
    await user.type(await box(), 'tách hộ')
    expect(await screen.findByText(/^Có \d+ kết quả cho “tách hộ”\.$/)).toBeInTheDocument()
  })
})

describe('results', () => {
  test('a number is called at a tap', async () => {
    const { user, host } = open('/search?q=xe cấp cứu')
    await user.click(await screen.findByRole('link', { name: /^Gọi Cấp cứu 115/ }))
    expect(host.calls).toContainEqual({ method: 'callPhone', args: ['115'] })
  })

  test('a station leads to the stations', async () => {
    open('/search?q=công an phường bến cát')
    expect(await screen.findByRole('link', { name: 'Công an phường Bến Cát' })).toHaveAttribute(
      'href',
      '/stations/ben-cat',
    )
  })

  test('an abolished procedure says so', async () => {
    open('/search?q=xác nhận số cmnd')
    expect(await screen.findByText('Đã bãi bỏ')).toBeVisible()
  })

  test('a kind that this version does not know is shown all the same', async () => {
    const results = [
      { kind: 'answer', id: 'a', title: 'Câu hỏi', text: 'Trả lời', path: '/answers/a', phone: null },
    ]
    setApiFetch(withAnswer(portal.fetch, '/search?', () => Response.json({ results })))
    open('/search?q=zzzz')
    expect(await screen.findByRole('link', { name: 'Câu hỏi' })).toHaveAttribute('href', '/answers/a')
    expect(screen.getByText('Thông tin')).toBeVisible()
  })

  test('nothing found offers other words, all guides and somebody to ask', async () => {
    const { user } = open('/search?q=xyzq wkzz')
    expect(await screen.findByText('Chưa tìm thấy “xyzq wkzz”')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Xem tất cả thủ tục' })).toHaveAttribute('href', '/guides')
    expect(screen.getByRole('link', { name: 'Xem số điện thoại để hỏi' })).toHaveAttribute(
      'href',
      '/stations',
    )
    await user.click(await examples())
    expect((await titles())[0]).toBe('Cấp lại thẻ căn cước bị mất hoặc hỏng')
  })
})

describe('by keyboard', () => {
  test.for(['{Enter}', '{ArrowDown}'])('%s leads from the box to the first result', async (key) => {
    const { user } = open()
    await examples()
    await user.type(await box(), `tách hộ${key}`)
    expect(screen.getByRole('link', { name: 'Tách hộ' })).toHaveFocus()
  })

  test('clearing gives the box back', async () => {
    const { user } = open('/search?q=tách hộ')
    await user.click(await screen.findByRole('button', { name: 'Xóa từ đang tìm' }))
    expect(await box()).toHaveValue('')
    expect(await box()).toHaveFocus()
    expect(await examples()).toBeVisible()
  })

  test('opened by a link the box waits; the keyboard does not cover the results', async () => {
    open('/search?q=tách hộ')
    expect(await box()).toHaveValue('tách hộ')
    expect(await box()).not.toHaveFocus()
  })
})

describe('without network', () => {
  test('a repeat visit still finds guides, stations and numbers, and says that the news are missing', async () => {
    const first = open()
    await examples()
    first.unmount()
    resetResources()
    setApiFetch(offline)

    const { user } = open()
    await user.type(await box(), 'gia han tam tru')
    expect((await titles())[0]).toBe('Gia hạn tạm trú')
    expect(await screen.findByText('Đang không có mạng')).toBeVisible()

    portal.connect()
    window.dispatchEvent(new Event('online'))
    await waitFor(() => expect(screen.queryByText('Đang không có mạng')).not.toBeInTheDocument())
  })

  test('a first visit says so and can try again', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 100 })
    setApiFetch(offline)
    const { user } = open('/search?q=tách hộ')
    const retry = await screen.findByRole('button', { name: 'Thử lại' })
    vi.useRealTimers()
    portal.connect()
    await user.click(retry)
    expect((await titles())[0]).toBe('Tách hộ')
  })

  test('a busy server takes nothing away', async () => {
    open()
    await examples()
    const busy = () =>
      Response.json({ error: { code: 'rate-limited', message: '', requestId: '' } }, { status: 429 })
    setApiFetch(withAnswer(portal.fetch, '/search?', busy))
    const { user } = open('/search?q=tách hộ')
    expect(user).toBeDefined()
    expect((await titles())[0]).toBe('Tách hộ')
    expect(await screen.findByText('Chưa tìm được trong tin tức')).toBeVisible()
  })
})

test('what was typed is in the address of this page and stored nowhere', async () => {
  const { user } = open()
  await examples()
  await user.type(await box(), 'tách hộ')
  await waitFor(() => expect(window.location.search).toBe('?q=t%C3%A1ch%20h%E1%BB%99'))
  expect(JSON.stringify(localStorage)).not.toContain('tách hộ"}')
  expect(Object.keys(localStorage).some((name) => name.includes('tách'))).toBe(false)
})
