import { expect, test } from 'vitest'
import { findCode, groupCode, readCode } from './read-code.ts'

const code = 'HKQ6P-TK7X9-W4MKC-7T36W'

test.for([
  ['', /^Bạn nhập mã/],
  ['HKQ6P-TK7O9', /thứ 9 \(“O”\)/],
  ['HKQ6P', /20 ký tự, bạn mới nhập 5/],
  [`${code}2`, /20 ký tự, bạn nhập 21/],
  ['HKQ6P-TK7X9-W4MKC-7T63W', /nhầm hoặc đổi chỗ/],
] as const)('%j is pointed at without asking anybody', ([typed, words]) => {
  expect(readCode(typed)).toMatchObject({ kind: 'wrong', words: expect.stringMatching(words) })
})

test('a code may be typed in any case and grouping', () => {
  expect(readCode(code)).toEqual({ kind: 'ok' })
  expect(readCode(' hkq6p tk7x9.w4mkc7t36w ')).toEqual({ kind: 'ok' })
  expect(groupCode('hkq6ptk7x9w4mkc7t36w')).toBe(code)
})

test('a code is found inside what was scanned or pasted', () => {
  expect(findCode(`Mã tin báo: ${code} (giữ kín)`)).toBe(code)
  expect(findCode('https://zalo.me/s/1/')).toBeUndefined()
})
