import { expect, test } from 'vitest'
import { isOneTypoAway } from './typo.ts'

test.for([
  ['chung', 'chug', 'a letter missing'],
  ['chug', 'chung', 'a letter added'],
  ['chung', 'xhung', 'a wrong first letter'],
  ['chung', 'chunh', 'a wrong last letter'],
  ['minh', 'mihn', 'two swapped'],
  ['minh', 'imnh', 'the first two swapped'],
  ['can', 'cann', 'a letter twice'],
] as const)('%s and %s: %s', ([a, b]) => {
  expect(isOneTypoAway(a, b)).toBe(true)
  expect(isOneTypoAway(b, a)).toBe(true)
})

test.for([
  ['chung', 'chung'],
  ['chung', 'chu'],
  ['chung', 'xhunh'],
  ['minh', 'mnhi'],
  ['abcd', 'badc'],
  ['', 'ab'],
] as const)('%s and %s are not one slip apart', ([a, b]) => {
  expect(isOneTypoAway(a, b)).toBe(false)
  expect(isOneTypoAway(b, a)).toBe(false)
})
