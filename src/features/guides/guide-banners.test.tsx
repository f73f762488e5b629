import { screen } from '@testing-library/react'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Guide } from '#contract/guides.ts'
import { renderScreen } from '#src/testing/render-screen.tsx'
import { startPortal } from '#src/testing/start-portal.ts'
import { GuideBanners } from './guide-banners.tsx'

let portal: Awaited<ReturnType<typeof startPortal>>
beforeAll(async () => void (portal = await startPortal()))
afterAll(() => portal.close())

const review = 'Nội dung đang được rà soát, vui lòng hỏi trực ban trước khi đi.'

async function guidesOn(on: string): Promise<Guide[]> {
  const list = await portal.client.guides.list()
  const slugs = list.ok ? list.data.guides.map(({ slug }) => slug) : []
  const answers = await Promise.all(
    slugs.map((slug) => portal.client.guides.get({ params: { slug }, query: { on } })),
  )
  return answers.flatMap((answer) => (answer.ok ? [answer.data] : []))
}

/** Slugs of the guides whose page says that it is under review, on a phone whose clock shows `today`. */
function reviewed(guides: readonly Guide[], today: string): string[] {
  vi.useFakeTimers({ now: new Date(`${today}T03:00:00Z`), toFake: ['Date'] })
  try {
    return guides.flatMap((guide) => {
      const { unmount } = renderScreen(<GuideBanners guide={guide} />)
      const found = screen.queryByText(review)
      unmount()
      return found ? [guide.slug] : []
    })
  } finally {
    vi.useRealTimers()
  }
}

test('on its last day no guide is under review, on the next day each of them is', async () => {
  const last = await guidesOn('2027-02-21')
  expect(last.length).toBeGreaterThan(30)
  expect(reviewed(last, '2027-02-21')).toEqual([])
  const next = await guidesOn('2027-02-22')
  expect(reviewed(next, '2027-02-22')).toEqual(next.map(({ slug }) => slug))
})

test('a copy on the phone that has outlived its day says so too', async () => {
  const old = await guidesOn('2026-11-23')
  expect(reviewed(old, '2027-02-22')).toEqual(old.map(({ slug }) => slug))
})
