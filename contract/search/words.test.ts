import { expect, test } from 'vitest'
import { readWords, textsOf } from './words.ts'

test('words are folded and know their place in the original', () => {
  const text = '  Đổi thẻ: “CCCD”→căn cước!'
  const words = readWords(text)
  expect(textsOf(words)).toEqual(['doi', 'the', 'cccd', 'can', 'cuoc'])
  expect(words.map(({ start, end }) => text.slice(start, end))).toEqual(['Đổi', 'thẻ', 'CCCD', 'căn', 'cước'])
})

test('decomposed text has the same words in its own places', () => {
  const text = 'Thẻ căn cước'.normalize('NFD')
  const words = readWords(text)
  expect(textsOf(words)).toEqual(['the', 'can', 'cuoc'])
  expect(words.map(({ start, end }) => text.slice(start, end).normalize('NFC'))).toEqual([
    'Thẻ',
    'căn',
    'cước',
  ])
  expect(words.map(({ marks }) => marks)).toEqual(readWords('Thẻ căn cước').map(({ marks }) => marks))
})

test('marks are the same in both tone styles, and differ where the word differs', () => {
  const marksOf = (text: string) => readWords(text)[0]?.marks
  expect(marksOf('hòa')).toBe(marksOf('hoà'))
  expect(marksOf('thủy')).toBe(marksOf('thuỷ'))
  expect(marksOf('bé')).not.toBe(marksOf('bể'))
  expect(marksOf('đi')).not.toBe(marksOf('di'))
  expect(marksOf('can')).toBe('')
})

test.for(['', '   ', '!!!', '😀', '<>&', '\u0301', '漢字'])('“%s” has no words', (text) => {
  expect(readWords(text)).toEqual([])
})

test('signs outside the basic plane part words and keep the places right', () => {
  const text = 'thẻ😀mất'
  expect(readWords(text).map(({ start, end }) => text.slice(start, end))).toEqual(['thẻ', 'mất'])
})
