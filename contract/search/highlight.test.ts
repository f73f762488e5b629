import { describe, expect, test } from 'vitest'
import { highlight } from './highlight.ts'
import { compileLexicon } from './lexicon.ts'

const lexicon = compileLexicon({
  same: [
    ['căn cước', 'cccd'],
    ['mất', 'rớt'],
    ['tạm trú', 'ở trọ'],
  ],
  fillers: ['tôi', 'bị'],
})
const marked = (text: string, query: string) =>
  highlight(text, query, lexicon).map(([start, end]) => text.slice(start, end))

describe('what answers the query is marked in the original text', () => {
  test.for([
    ['Cấp lại thẻ căn cước bị mất', 'mat', ['mất']],
    ['Cấp lại thẻ căn cước bị mất', 'căn cước', ['căn cước']],
    ['Cấp lại thẻ căn cước bị mất', 'cccd', ['căn cước']],
    ['Cấp lại thẻ căn cước bị mất', 'tôi rớt cccd', ['căn cước', 'mất']],
    ['Cấp lại thẻ căn cước bị mất', 'caan cuowcs', ['căn cước']],
    ['Cấp lại thẻ căn cước', 'cap la', ['Cấp lại']],
    ['Đăng ký tạm trú', 'dang kys', ['Đăng ký']],
    ['Đăng ký tạm trú trước khi đi', 'tam tru', ['tạm trú']],
    ['Hỏi trước khi đi', 'tam tru', []],
    ['Hỏi trước khi đi', 'hoi truo', ['Hỏi trước']],
    ['Gia hạn tạm trú', 'tam tr', ['tạm trú']],
    ['Hộ chiếu phổ thông', 'ho chiue', ['Hộ chiếu']],
    ['Thới Hoà', 'thới hòa', ['Thới Hoà']],
    ['Ba má bà mà', 'má', ['má']],
    ['Ba má bà mà', 'ma', ['má', 'mà']],
    ['Cấp lại', 'hộ chiếu', []],
    ['', 'thẻ', []],
    ['thẻ', '', []],
  ] as const)('%s ← %s', ([text, query, parts]) => {
    expect(marked(text, query)).toEqual(parts)
  })
})

test('decomposed text keeps its own places', () => {
  const text = 'Thẻ căn cước'.normalize('NFD')
  expect(marked(text, 'căn cước').map((part) => part.normalize('NFC'))).toEqual(['căn cước'])
})

test('ranges come in order and never overlap', () => {
  const ranges = highlight('thẻ căn cước, thẻ cccd', 'the can cuoc cccd the', lexicon).flat()
  expect(ranges).toEqual([...ranges].sort((a, b) => a - b))
})
