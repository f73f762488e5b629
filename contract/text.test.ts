import * as v from 'valibot'
import { expect, test } from 'vitest'
import { ApplicationCode, ApplicationFactor } from './applications.ts'
import { Day, Slug, text } from './text.ts'
import { Phone } from './tips.ts'

const accepts = (schema: v.GenericSchema, input: unknown) => v.safeParse(schema, input).success

test.for([
  ['a NUL', 'một\0hai'],
  ['a backspace', 'một\u0008hai'],
  ['an escape', 'một\u001bhai'],
  ['a delete', 'một\u007fhai'],
  ['the first half of a pair at the end', 'xin chào \ud83d'],
  ['the first half of a pair in the middle', 'a\ud83dbc'],
  ['the second half of a pair at the start', '\ude00bc'],
  ['the second half of a pair in the middle', 'a\ude00bc'],
  ['two second halves after a first', 'a\ud83d\ude00\ude00'],
  ['two first halves', '\ud83d\ud83d\ude00'],
  ['nothing but spaces', ' \n\t  \u00a0'],
  ['too little', 'ab'],
  ['too much', 'a'.repeat(21)],
  ['a number', 123],
  ['nothing', undefined],
  ['a list', ['abc']],
] as const)('text with %s is refused', ([, input]) => {
  expect(accepts(text(3, 20), input)).toBe(false)
})

test.for([
  ['spaces around', '  xin chào \n', 'xin chào'],
  ['tabs and line ends inside', 'một\thai\r\nba', 'một\thai\r\nba'],
  ['emoji', 'cứu 😀👍🏽', 'cứu 😀👍🏽'],
  ['decomposed Vietnamese', 'Bến Cát'.normalize('NFD'), 'Bến Cát'],
  ['the longest allowed once composed', 'ế'.repeat(20).normalize('NFD'), 'ế'.repeat(20)],
] as const)('text with %s is kept in one form', ([, input, stored]) => {
  expect(v.parse(text(3, 20), input)).toBe(stored)
})

test.for([
  '2026-02-29',
  '2026-02-30',
  '2026-04-31',
  '2026-13-01',
  '2026-00-10',
  '2026-1-1',
  '26-01-01',
  '2026-01-01T00:00:00Z',
  ' 2026-01-01',
  '+002026-01-01',
  '',
  'hôm nay',
])('"%s" is no day', (day) => {
  expect(accepts(Day, day)).toBe(false)
})

test.for(['2026-02-28', '2028-02-29', '0001-01-01', '9999-12-31'])('%s is a day', (day) => {
  expect(accepts(Day, day)).toBe(true)
})

test.for(['', '-a', 'a-', 'a--b', 'A', 'á', 'a/b', '..', 'a b', 'a\n', '__proto__', 'a'.repeat(121)])(
  '"%s" is no slug',
  (slug) => {
    expect(accepts(Slug, slug)).toBe(false)
  },
)

test.for([
  ['0901 234 567', '0901234567'],
  ['+84 901.234.567', '0901234567'],
  ['84-901-234-567', '0901234567'],
  ['(028) 38 123 456', '02838123456'],
] as const)('the phone %s is %s', ([typed, stored]) => {
  expect(v.parse(Phone, typed)).toBe(stored)
})

test.for(['113', '901234567', '+1 901234567', '0901234567890', '09o1234567', '', '+8484901234567'])(
  '"%s" is no phone',
  (typed) => {
    expect(accepts(Phone, typed)).toBe(false)
  },
)

test('an application code is trimmed and written in capitals, and nothing else is asked of it', () => {
  expect(v.parse(ApplicationCode, ' g01.79-261124-0001 ')).toBe('G01.79-261124-0001')
  const wrong = ['', 'ABCDE', 'A'.repeat(33), 'ABC DEF', "ABCDEF'--", 'ABCDÉF', 'ABC\0DEF']
  expect(wrong.filter((code) => accepts(ApplicationCode, code))).toEqual([])
})

test('a factor is four digits, six digits or a whole phone number', () => {
  expect(v.parse(ApplicationFactor, ' 1234 ')).toBe('1234')
  expect(v.parse(ApplicationFactor, '012345')).toBe('012345')
  expect(v.parse(ApplicationFactor, '0900000001')).toBe('0900000001')
  const wrong = ['', '123', '12345', '1234567', '9000000012', '090000000', '12a4', '１２３４', 1234]
  expect(wrong.filter((factor) => accepts(ApplicationFactor, factor))).toEqual([])
})
