import { expect, test } from 'vitest'
import { checkLookup, issuesOf, stillWrong, tidyCode, tidyFactor } from './check-lookup.ts'

test.for([
  [' g01.899 108–261123-0042 ', 'G01.899108-261123-0042'],
  ['td-2611 23', 'TD-261123'],
] as const)('a code typed as %o is meant as %s', ([typed, code]) => {
  expect(tidyCode(typed)).toBe(code)
})

test.for([
  [' 24 68 10 ', '246810'],
  ['0900 001 234', '0900001234'],
  ['0900.001-234', '0900001234'],
  ['+84 900 001 234', '0900001234'],
  ['84900001234', '0900001234'],
  ['8484', '8484'],
] as const)('a factor typed as %o is meant as %s', ([typed, factor]) => {
  expect(tidyFactor(typed)).toBe(factor)
})

test.for([
  ['', '1234', ['code']],
  ['TD-1', '1234', ['code']],
  ['TD_261123', '1234', ['code']],
  ['TD-261123', '', ['factor']],
  ['TD-261123', '12345', ['factor']],
  ['TD-261123', '12a4', ['factor']],
  ['', '', ['code', 'factor']],
  ['TD-261123', '1234', []],
  ['TD-261123', '246810', []],
] as const)('code %o and factor %o: %o must be looked at', ([code, factor, wrong]) => {
  expect(Object.keys(checkLookup({ code, factor }))).toEqual(wrong)
})

test('a mark goes with its mistake, and no new one comes before the next try', () => {
  const before = checkLookup({ code: '', factor: '1234' })
  expect(stillWrong(before, checkLookup({ code: 'TD-261123', factor: '1' }))).toEqual({})
  expect(stillWrong(before, checkLookup({ code: '?', factor: '1' }))).toHaveProperty('code')
})

test('four digits that are too few for now ask for the whole number', () => {
  expect(issuesOf({ code: 'invalid', fields: { factor: 'too-short' } }).factor).toMatch(/đủ số điện thoại/)
})

test("the server's word is shown at the same fields", () => {
  expect(Object.keys(issuesOf({ code: 'invalid', fields: { factor: 'format' } }))).toEqual(['factor'])
})
