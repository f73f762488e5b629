import { describe, expect, test } from 'vitest'
import { fileOf } from './file-of.fixture.ts'
import { checkLinks, routesIn, type Places } from './links.ts'

const places: Places = {
  routes: ['/', '/guides', '/guides/:slug', '/forms', '/news/:slug', '/stations', '/stations/:id', '*'],
  guides: new Set(['tach-ho']),
  forms: new Set(['ct01']),
  stations: new Set(['ben-cat']),
  articles: undefined,
}

function notesOn(value: unknown, more: Partial<Places> = {}): string[] {
  const { file, noted } = fileOf(value)
  checkLinks(file, { ...places, ...more })
  return noted
}

describe('the link of a notice', () => {
  test.each([
    '/',
    '/guides/tach-ho',
    '/forms',
    '/forms#ct01',
    '/stations',
    '/stations/ben-cat',
    '/stations?from=a',
    '/news/mot-tin',
  ])('%s is alive', (link) => expect(notesOn({ link })).toEqual([]))

  test.each(['/guides/khong-co', '/forms#ct99', '/gioi-thieu', '/guides/tach-ho/in', '/news/'])(
    '%s is dead',
    (link) => expect(notesOn({ link })).toEqual([`link leads nowhere: "${link}"`]),
  )

  test('to a page of its own below guides is no name of a guide', () => {
    const routes = [...places.routes, '/guides/finder']
    expect(notesOn({ link: '/guides/finder' }, { routes })).toEqual([])
  })

  test('to another site is refused', () => {
    expect(notesOn({ link: 'https://example.com' })).toEqual([
      'link lies in another site: "https://example.com"',
    ])
  })

  test('to an article is believed, unless all articles are known', () => {
    expect(notesOn({ link: '/news/mot-tin' }, { articles: new Set() })).toHaveLength(1)
    expect(notesOn({ link: '/news/mot-tin' }, { articles: new Set(['mot-tin']) })).toEqual([])
  })
})

describe('an address in a text', () => {
  test('is followed', () => {
    const text = 'Xem /guides/tach-ho và (/guides/khong-co).'
    expect(notesOn([text])).toEqual(['[0] leads nowhere: "/guides/khong-co"'])
  })

  test.each(['Trực 24/24 giờ.', 'Vào và/hoặc ra.', 'Thông tư 17/2024/TT-BCA.', 'https://example.com/a/b'])(
    'is not seen in “%s”',
    (text) => expect(notesOn([text])).toEqual([]),
  )

  test('is left alone where sources are named', () => {
    expect(notesOn({ address: 'xem /khong-co', source: '/khong-co' })).toEqual([])
  })
})

test('routes are read from the app’s own lines', () => {
  const source = '<Route path="/" element={<A />} />\n<Route path="/guides/:slug" element={<B />} />'
  expect(routesIn(source)).toEqual(['/', '/guides/:slug'])
})
