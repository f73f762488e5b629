import { expect, test } from 'vitest'
import { draftOf, emptyFields, isEmpty, type TipFields } from './tip-fields.ts'
import {
  isWorthKeeping,
  joinRecords,
  newRecord,
  received,
  withAttempt,
  withoutAttempt,
} from './tip-record.ts'

const fields: TipFields = { ...emptyFields, category: 'khac', text: 'Có người lạ mặt ở đầu hẻm.' }
const record = newRecord(fields)
const draft = draftOf(fields, record.clientKey)
const receipt = { code: 'A', publicCode: 'A', receivedAt: '2026-11-23T01:00:00Z' }

test('an untouched form is not worth keeping; words, a sending and a receipt are', () => {
  expect(isWorthKeeping(newRecord())).toBe(false)
  expect(isWorthKeeping(record)).toBe(true)
  expect(isWorthKeeping(withAttempt(newRecord(), draft))).toBe(true)
  expect(isWorthKeeping({ ...newRecord(), receipt: { ...receipt, named: false, aboutOfficer: false } })).toBe(
    true,
  )
})

test('the same body is one attempt however often it goes out', () => {
  const twice = withAttempt(withAttempt(record, draft), { ...draft })
  expect(twice.attempts).toEqual([draft])
  expect(withoutAttempt(twice, draft).attempts).toEqual([])
})

test('the attempt that went out last stands last', () => {
  const edited = { ...draft, text: 'Hai người lạ mặt ở đầu hẻm.' }
  const record3 = [draft, edited, draft].reduce(withAttempt, record)
  expect(record3.attempts).toEqual([edited, draft])
})

test('with the receipt the story leaves the phone and the key is used up', () => {
  const after = received(withAttempt(record, draft), draft, receipt)
  expect(after).toMatchObject({ fields: emptyFields, attempts: [], receipt: { code: 'A', named: false } })
  expect(after.clientKey).not.toBe(record.clientKey)
})

test('what was changed after that body went out stays, under a key of its own', () => {
  const changed = {
    ...withAttempt(record, draft),
    fields: { ...fields, text: 'Thêm: xe màu đỏ, đi về hướng chợ.' },
  }
  const after = received(changed, draft, receipt)
  expect(after.fields.text).toBe('Thêm: xe màu đỏ, đi về hướng chợ.')
  expect(after.clientKey).not.toBe(record.clientKey)
  expect(after.attempts).toEqual([])
})

test('a draft found late is joined with what was typed meanwhile', () => {
  const stored = withAttempt(record, draft)
  expect(joinRecords(stored, newRecord())).toBe(stored)
  const joined = joinRecords(stored, newRecord({ ...emptyFields, text: 'Họ vừa quay lại.' }))
  expect(joined.fields).toMatchObject({
    category: 'khac',
    text: 'Có người lạ mặt ở đầu hẻm.\n\nHọ vừa quay lại.',
  })
  expect(joined).toMatchObject({ clientKey: record.clientKey, attempts: [draft] })
})

test('empty means that nothing was chosen or written', () => {
  expect(isEmpty(emptyFields)).toBe(true)
  expect(isEmpty({ ...emptyFields, named: true })).toBe(false)
})
