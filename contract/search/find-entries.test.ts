import { describe, expect, test } from 'vitest'
import type { SearchEntry } from '#contract/search.ts'
import { findEntries } from './find-entries.ts'
import { compileLexicon } from './lexicon.ts'
import { buildIndex } from './search-index.ts'

const lexicon = compileLexicon({
  same: [
    ['căn cước', 'cccd', 'chứng minh thư'],
    ['trẻ em', 'bé'],
    ['hỏng', 'bể'],
  ],
  fillers: ['tôi', 'cho', 'thì'],
})

function entry(id: string, changes: Partial<SearchEntry>): SearchEntry {
  return {
    kind: 'guide',
    id,
    title: id,
    text: '',
    path: null,
    phone: null,
    keywords: [],
    words: '',
    ...changes,
  }
}

const find = (entries: SearchEntry[], query: string, limit?: number) =>
  findEntries(buildIndex(entries, lexicon), query, limit).map((found) => found.entry.id)

describe('order', () => {
  test('a title comes before a keyword, a summary and the body', () => {
    const entries = [
      entry('body', { words: 'ho chieu' }),
      entry('text', { text: 'Nói về hộ chiếu.' }),
      entry('keyword', { keywords: ['hộ chiếu'] }),
      entry('title', { title: 'Hộ chiếu' }),
      entry('other', { title: 'Tạm trú' }),
    ]
    expect(find(entries, 'ho chieu').slice(0, 3)).toEqual(['title', 'keyword', 'text'])
    expect(find(entries, 'hộ chiếu')).not.toContain('other')
  })

  test('a phrase comes before the same words apart', () => {
    const entries = [entry('apart', { title: 'trú ở tạm' }), entry('phrase', { title: 'tạm trú ở' })]
    expect(find(entries, 'tạm trú')).toEqual(['phrase', 'apart'])
  })

  test('the order of the words typed does not matter for finding', () => {
    expect(find([entry('a', { title: 'Cấp đổi thẻ' })], 'thẻ đổi cấp')).toEqual(['a'])
  })

  test('what no longer exists comes last', () => {
    const entries = [entry('a', { title: 'Tách hộ', abolished: true }), entry('b', { title: 'Tách hộ' })]
    expect(find(entries, 'tách hộ')).toEqual(['b', 'a'])
  })

  test('of equals the newer comes first, then the one with the lower name', () => {
    const entries = [
      entry('z', { title: 'Tin' }),
      entry('old', { title: 'Tin', publishedAt: '2026-01-01T00:00:00Z' }),
      entry('new', { title: 'Tin', publishedAt: '2026-02-01T00:00:00Z' }),
      entry('a', { title: 'Tin' }),
    ]
    expect(find(entries, 'tin')).toEqual(['new', 'old', 'a', 'z'])
    expect(find([...entries].reverse(), 'tin')).toEqual(['new', 'old', 'a', 'z'])
    expect(find(entries, 'tin', 2)).toEqual(['new', 'old'])
  })
})

describe('forgiving', () => {
  const entries = [
    entry('lost', { title: 'Cấp lại thẻ căn cước', keywords: ['mất căn cước'] }),
    entry('child', { title: 'Căn cước cho trẻ em' }),
    entry('stay', { title: 'Tạm trú ở Thới Hoà' }),
    entry('pass', { title: 'Hộ chiếu phổ thông' }),
  ]
  test.for([
    ['mat can cuoc', 'lost'],
    ['MẤT CĂN CƯỚC', 'lost'],
    ['mất căn cước'.normalize('NFD'), 'lost'],
    ['mất cccd', 'lost'],
    ['maats caan cuowcs', 'lost'],
    ['mat61 ca8n cu7o7c1', 'lost'],
    ['tôi mất chứng minh thư', 'lost'],
    ['mat chung mihn thu', 'lost'],
    ['mất chứng minh th', 'lost'],
    ['cccd cho bé', 'child'],
    ['thoi hoa', 'stay'],
    ['Thới Hòa', 'stay'],
    ['tamtru', 'stay'],
    ['ho chieeu', 'pass'],
    ['ho chiue', 'pass'],
    ['ho chi', 'pass'],
  ] as const)('“%s” finds %s', ([query, id]) => {
    expect(find(entries, query)[0]).toBe(id)
  })

  test('a single word with other marks is another word', () => {
    const entries = [entry('broken', { title: 'Thẻ hỏng' }), entry('child', { title: 'Trẻ em' })]
    expect(find(entries, 'thẻ bể')).toEqual(['broken'])
    expect(find(entries, 'bé')).toEqual(['child'])
  })

  test('a known word is no slip, and a number is never one', () => {
    const entries = [
      entry('a', { title: 'Cảnh báo' }),
      entry('b', { title: 'Cảnh sát' }),
      entry('c', { title: '1096' }),
    ]
    expect(find(entries, 'cảnh sát')[0]).toBe('b')
    expect(find(entries, '1095')).toEqual([])
  })
})

test.for(['', '   ', '!?', '😀', 'zzzzzz', '__proto__', 'constructor'])('“%s” finds nothing', (query) => {
  expect(find([entry('a', { title: 'Tạm trú' })], query)).toEqual([])
})

test('a filler counts when nothing else was typed', () => {
  expect(find([entry('a', { title: 'Cho thuê' })], 'cho')).toEqual(['a'])
})

test('too much that nobody knows is about something else', () => {
  expect(find([entry('a', { title: 'Tạm trú' })], 'tạm zzzz yyyy xxxx wwww')).toEqual([])
})
