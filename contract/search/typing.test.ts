import { expect, test } from 'vitest'
import { decodeTyping, otherSpelling } from './typing.ts'

test.for([
  ['caan', 'can'],
  ['cuowcs', 'cuoc'],
  ['cwowcs', 'cuoc'],
  ['ddawng', 'dang'],
  ['duowngfd', 'duong'],
  ['chuwngs', 'chung'],
  ['thuowngf', 'thuong'],
  ['ddooir', 'doi'],
  ['trus', 'tru'],
  ['hooj', 'ho'],
  ['cana', 'can'],
  ['twf', 'tu'],
  ['giaays', 'giay'],
  ['ngheej', 'nghe'],
  ['cu7o7c1', 'cuoc'],
  ['ca8n', 'can'],
  ['d9ang8', 'dang'],
  ['o73', undefined],
] as const)('%s typed with the wrong keyboard is %s', ([typed, meant]) => {
  expect(decodeTyping(typed)).toBe(meant)
})

test.for([
  'can',
  'cuoc',
  'cccd',
  'ct01',
  'cc02',
  'pc06',
  'tk03',
  'kt3',
  'vneid',
  'sms',
  'passport',
  '113',
  'x',
  '',
])('%s is what it is', (typed) => {
  expect(decodeTyping(typed)).toBeUndefined()
})

test.for([
  ['ki', 'ky'],
  ['ky', 'ki'],
  ['li', 'ly'],
  ['quy', 'qui'],
  ['ti', 'ty'],
  ['y', undefined],
  ['bi', undefined],
  ['thi', undefined],
  ['kin', undefined],
  ['tuy', undefined],
] as const)('%s may also be written %s', ([word, other]) => {
  expect(otherSpelling(word)).toBe(other)
})
