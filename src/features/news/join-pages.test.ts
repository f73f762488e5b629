import { expect, test } from 'vitest'
import type { ArticleSummary, NewsPage } from '#contract/news.ts'
import { addOlderPage, joinNewest } from './join-pages.ts'

/** Articles named by their day in November. */
function page(days: readonly number[], nextCursor?: string): NewsPage {
  const articles = days.map((day): ArticleSummary => ({
    slug: `tin-${day}`,
    title: `Tin ${day}`,
    summary: '',
    category: 'canh-bao',
    publishedAt: `2026-11-${String(day).padStart(2, '0')}T01:00:00Z`,
    cover: null,
    demo: false,
  }))
  return nextCursor === undefined ? { articles } : { articles, nextCursor }
}
const daysOf = ({ articles }: NewsPage) => articles.map(({ slug }) => Number(slug.slice(4)))

test('an older page goes behind, each article once, and the end is known', () => {
  const joined = addOlderPage(page([9, 8], 'c8'), page([8, 7]))
  expect(daysOf(joined)).toEqual([9, 8, 7])
  expect(joined.nextCursor).toBeUndefined()
})

test('a new article pushes nothing out of a list that was loaded further', () => {
  const joined = joinNewest(page([10, 9], 'c9'), page([9, 8, 7, 6], 'c6'))
  expect(daysOf(joined)).toEqual([10, 9, 8, 7, 6])
  expect(joined.nextCursor).toBe('c6')
})

test('a withdrawn article leaves the list', () => {
  expect(daysOf(joinNewest(page([10, 8], 'c8'), page([10, 9, 8, 7], 'c7')))).toEqual([10, 8, 7])
})

test('when the two no longer meet, only the newest are shown: nothing between is skipped', () => {
  const newest = page([20, 19], 'c19')
  expect(joinNewest(newest, page([9, 8, 7], 'c7'))).toBe(newest)
})

test.for([
  ['nothing was loaded further', page([9, 8], 'c8'), undefined],
  ['there is only one page now', page([9, 8]), page([9, 8, 7], 'c7')],
  ['there is nothing now', page([]), page([9, 8, 7], 'c7')],
] as const)('when %s, the newest page stands as it is', ([, newest, loaded]) => {
  expect(joinNewest(newest, loaded)).toBe(newest)
})
