import { expect, test } from 'vitest'
import { checkTip, firstIssue, stillWrong, tipIssuesOf } from './check-tip.ts'
import { draftOf, emptyFields, type TipFields } from './tip-fields.ts'

const clientKey = 'a5b0f7a4-0d5c-4c4f-9a35-0d8f5a7c1b11'
const good: TipFields = { ...emptyFields, category: 'ma-tuy', text: 'Có người bán ma túy ở đầu hẻm.' }

function wrongIn(change: Partial<TipFields>, declared = true): string[] {
  return Object.keys(checkTip(draftOf({ ...good, ...change }, clientKey), declared, ['ma-tuy', 'khac']))
}

test.for([
  ['everything needed is there', {}, []],
  ['no category is chosen', { category: '' }, ['category']],
  ['the category is gone from the unit', { category: 'cu' }, ['category']],
  ['the text is too short', { text: ' Có trộm. ' }, ['text']],
  ['the text is only spaces', { text: ' '.repeat(40) }, ['text']],
  ['the text is too long', { text: 'a'.repeat(3001) }, ['text']],
  ['the place is too long', { place: 'a'.repeat(301) }, ['place']],
  ['the time is too long', { time: 'a'.repeat(201) }, ['time']],
  ['name and phone are missing', { named: true }, ['name', 'phone']],
  ['the phone is no phone', { named: true, name: 'Hoa', phone: '12 34' }, ['phone']],
  ['the phone is written with +84', { named: true, name: 'Hoa', phone: '+84 912.345.678' }, []],
] as const)('when %s', ([, change, wrong]) => {
  expect(wrongIn(change)).toEqual(wrong)
})

test('nothing is sent without the declaration', () => {
  expect(wrongIn({}, false)).toEqual(['declared'])
})

test('what a chosen answer has hidden is neither checked nor sent', () => {
  const hidden = {
    place: 'a'.repeat(301),
    placeUnknown: true,
    time: 'a'.repeat(201),
    timeUnknown: true,
    phone: '1',
  }
  expect(wrongIn(hidden)).toEqual([])
  expect(draftOf({ ...good, ...hidden }, clientKey)).toEqual({
    clientKey,
    category: 'ma-tuy',
    text: good.text,
    forgotten: ['place', 'time'],
    declaredTrue: true,
  })
})

test('the first wrong field is the first in the form', () => {
  expect(firstIssue({ declared: 'x', text: 'y' })).toBe('text')
  expect(firstIssue({})).toBeUndefined()
})

test('a line of a list is marked where its list is, and empty lines stay behind', () => {
  expect(wrongIn({ accounts: ['0123 VCB', 'a'.repeat(121)] })).toEqual(['accounts'])
  expect(tipIssuesOf({ 'phones.1': 'too-long' })).toEqual({ phones: 'Mỗi dòng nhiều nhất 40 ký tự.' })
  expect(draftOf({ ...good, links: [' ', 'zalo.me/x '] }, clientKey)).toMatchObject({ links: ['zalo.me/x'] })
})

test('what a link has brought along and what was chosen goes out, what was not said does not', () => {
  const said = { happening: 'no', source: 'heard', station: 'ben-cat', aboutOfficer: true } as const
  expect(draftOf({ ...good, ...said }, clientKey)).toEqual({
    clientKey,
    category: 'ma-tuy',
    text: good.text,
    happeningNow: false,
    source: 'heard',
    station: 'ben-cat',
    aboutOfficer: true,
    declaredTrue: true,
  })
})

test("the server's paths lead to the same fields; what the form does not have is left out", () => {
  const issues = tipIssuesOf({ 'contact.phone': 'format', category: 'not-allowed', clientKey: 'format' })
  expect(Object.keys(issues)).toEqual(['phone', 'category'])
})

test('a mark goes as soon as its field is right', () => {
  expect(stillWrong({ text: 'x', declared: 'y' }, { text: 'x', place: 'z' })).toEqual({ text: 'x' })
})
