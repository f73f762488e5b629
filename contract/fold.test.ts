import { expect, test } from 'vitest'
import { fold, matchesWords } from './fold.ts'

test.for([
  ['Căn cước', 'can cuoc'],
  ['ĐƯỜNG', 'duong'],
  ['đổi thẻ', 'doi the'],
  ['Thới Hoà', 'thoi hoa'],
  ['Thới Hòa', 'thoi hoa'],
  ['Ðà Nẵng', 'da nang'],
  ['  mất \n thẻ ', 'mat the'],
  ['Căn cước'.normalize('NFD'), 'can cuoc'],
] as const)('%s is found as %s', ([text, folded]) => {
  expect(fold(text)).toBe(folded)
})

test.for([
  ['', true],
  ['the can cuoc', true],
  ['cước thẻ', true],
  ['cap d', true],
  ['đổi,', true],
  ['uoc', false],
  ['hộ chiếu', false],
] as const)('“Cấp đổi thẻ căn cước” answers to “%s”: %s', ([typed, answer]) => {
  expect(matchesWords('Cấp đổi thẻ căn cước', typed)).toBe(answer)
})
